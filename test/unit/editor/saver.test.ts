import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { FailureCode } from '../../../shared/errors.ts';
import type { Answer } from '../../../shared/contract/index.ts';
import {
  createSaver,
  type Clock,
  type SaveState,
  type Saved,
} from '../../../renderer/editor/saver.ts';

/** Time that passes only when told to. */
function fakeClock() {
  let now = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  const clock: Clock = {
    now: () => now,
    setTimeout(run, milliseconds) {
      const timer = { at: now + milliseconds, run };
      timers.add(timer);
      return timer;
    },
    clearTimeout: (timer) => timers.delete(timer as { at: number; run: () => void }),
  };
  async function pass(milliseconds: number) {
    const end = now + milliseconds;
    for (;;) {
      await settle();
      const due = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      now = Math.max(now, due.at);
      timers.delete(due);
      due.run();
    }
    now = end;
    await settle();
  }
  return { clock, pass, now: () => now };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));
const failed = (code: FailureCode): Answer<Saved> => ({ ok: false, failure: { code, detail: {} } });

/** A store whose answers can be changed, held back or lost. */
function setUp(options: { takes?: number } = {}) {
  const { clock, pass, now } = fakeClock();
  const store = {
    saves: 1,
    text: '',
    arrived: [] as { text: string; at: number }[],
    running: 0,
    mostRunning: 0,
    refuse: null as FailureCode | null,
    loseAnswer: false,
  };
  const states: SaveState[] = [];
  const saver = createSaver<string>({
    saves: 1,
    clock,
    async save(text, saves) {
      store.running += 1;
      store.mostRunning = Math.max(store.mostRunning, store.running);
      await new Promise<void>((resolve) => clock.setTimeout(resolve, options.takes ?? 10));
      store.running -= 1;
      if (store.refuse !== null) return failed(store.refuse);
      if (saves !== store.saves) return failed('record-changed-elsewhere');
      store.saves += 1;
      store.text = text;
      store.arrived.push({ text, at: now() });
      if (store.loseAnswer) return failed('store-stopped');
      return { ok: true, value: { saves: store.saves, savedAt: now() } };
    },
    stored: async () => ({
      ok: true,
      value: { saves: store.saves, changedAt: 0, draft: store.text },
    }),
  });
  saver.watch(() => states.push(saver.state()));
  return { saver, store, states, pass, now };
}

test('typing without a pause is stored at most a second after each key', async () => {
  const { saver, store, pass, now } = setUp({ takes: 120 });
  let text = '';
  const typedAt: number[] = [];
  for (let key = 0; key < 200; key += 1) {
    text += '字';
    typedAt.push(now());
    const typed = text;
    saver.changed(() => typed);
    await pass(50);
  }
  await pass(2_000);
  for (const [key, at] of typedAt.entries()) {
    const stored = store.arrived.find((save) => save.text.length > key);
    assert.ok(stored !== undefined && stored.at - at <= 1_000, `key ${key} typed at ${at}`);
  }
  assert.equal(store.text, text);
  assert.ok(store.arrived.length <= 30, `${store.arrived.length} saves for 10 seconds of typing`);
});

test('what is read is what is there when it is stored, not when it changed', async () => {
  const { saver, store, pass } = setUp();
  let text = '林';
  saver.changed(() => text);
  text = '林某';
  await pass(1_000);
  assert.equal(store.text, '林某');
});

test('one save is under way at a time, and a change meanwhile is stored by the next', async () => {
  const { saver, store, pass } = setUp({ takes: 3_000 });
  saver.changed(() => 'a');
  await pass(1_000);
  saver.changed(() => 'b');
  await pass(1_000);
  saver.changed(() => 'c');
  await pass(10_000);
  assert.equal(store.mostRunning, 1);
  assert.deepEqual(
    store.arrived.map(({ text }) => text),
    ['a', 'c'],
  );
});

test('a full disk is tried again with growing pauses while typing goes on, and nothing is lost', async () => {
  const { saver, store, states, pass } = setUp();
  store.refuse = 'disk-full';
  saver.changed(() => 'a');
  await pass(1_000);
  assert.deepEqual(saver.state(), { kind: 'unsaved', failure: { code: 'disk-full', detail: {} } });
  saver.changed(() => 'ab');
  await pass(20_000);
  const refusals = states.filter(({ kind }) => kind === 'unsaved').length;
  assert.ok(refusals >= 4 && refusals <= 7, `${refusals} tries in 21 seconds`);
  store.refuse = null;
  await pass(16_000);
  assert.equal(store.text, 'ab');
  assert.equal(saver.state().kind, 'saved');
});

test('a save whose answer was lost with the store is recognised as our own', async () => {
  const { saver, store, pass } = setUp();
  store.loseAnswer = true;
  saver.changed(() => 'a');
  await pass(500);
  assert.equal(store.text, 'a');
  assert.equal(saver.state().kind, 'unsaved');
  store.loseAnswer = false;
  saver.changed(() => 'ab');
  await pass(5_000);
  assert.equal(store.text, 'ab');
  assert.equal(saver.state().kind, 'saved');
});

test('what others changed is not overwritten, also after a lost answer', async () => {
  for (const lostBefore of [false, true]) {
    const { saver, store, pass } = setUp();
    if (lostBefore) {
      store.refuse = 'store-stopped';
      saver.changed(() => 'a');
      await pass(500);
      store.refuse = null;
    }
    store.saves = 5;
    store.text = 'theirs';
    saver.changed(() => 'ab');
    await pass(60_000);
    assert.equal(store.text, 'theirs');
    assert.deepEqual(saver.state(), {
      kind: 'unsaved',
      failure: { code: 'record-changed-elsewhere', detail: {} },
    });
    assert.equal(await saver.flush(), false);
    saver.changed(() => 'abc');
    await pass(60_000);
    assert.equal(store.text, 'theirs');
    const over = saver.storeOver(5);
    await pass(100);
    assert.equal(await over, true);
    assert.equal(store.text, 'abc');
  }
});

test('what was given up is not stored, and does not keep the window from closing', async () => {
  const { saver, store, pass } = setUp();
  store.saves = 5;
  store.text = 'theirs';
  saver.changed(() => 'a');
  await pass(1_000);
  assert.equal(await saver.flush(), false);
  saver.giveUp();
  assert.equal(await saver.flush(), true);
  await pass(60_000);
  assert.equal(store.text, 'theirs');
});

test('an invalid draft is not tried again until it has changed', async () => {
  const { saver, store, states, pass } = setUp();
  store.refuse = 'input-invalid';
  saver.changed(() => 'a');
  await pass(60_000);
  assert.equal(states.filter(({ kind }) => kind === 'unsaved').length, 1);
  store.refuse = null;
  saver.changed(() => 'b');
  await pass(1_000);
  assert.equal(store.text, 'b');
});

test('a change made while an invalid draft was under way is stored', async () => {
  const { saver, store, pass } = setUp({ takes: 100 });
  store.refuse = 'input-invalid';
  saver.changed(() => 'a');
  await pass(450);
  saver.changed(() => 'b');
  await pass(60);
  store.refuse = null;
  await pass(1_000);
  assert.equal(store.text, 'b');
});

test('flush stores at once and says whether everything is stored', async () => {
  const { saver, store, pass } = setUp({ takes: 100 });
  assert.equal(await saver.flush(), true);
  saver.changed(() => 'a');
  const first = saver.flush();
  await pass(50);
  saver.changed(() => 'b');
  await pass(250);
  assert.equal(await first, true);
  assert.equal(store.text, 'b');
  store.refuse = 'disk-full';
  saver.changed(() => 'c');
  const second = saver.flush();
  await pass(150);
  assert.equal(await second, false);
});

test('a save that throws is tried again', async () => {
  const { clock, pass } = fakeClock();
  let tries = 0;
  const saver = createSaver<string>({
    saves: 1,
    clock,
    save: () => {
      tries += 1;
      return tries === 1
        ? Promise.reject(new Error('channel closed'))
        : Promise.resolve({ ok: true, value: { saves: 2, savedAt: 7 } });
    },
  });
  saver.changed(() => 'a');
  await pass(10_000);
  assert.deepEqual(saver.state(), { kind: 'saved', savedAt: 7 });
});
