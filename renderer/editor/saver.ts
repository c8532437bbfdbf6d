import type { Answer, FailureData } from '../../shared/contract/index.ts';
import type { FailureCode } from '../../shared/errors.ts';

/** A change waits at most this long before it is sent, however fast others follow. Milliseconds. */
export const LONGEST_WAIT = 400;
const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 15_000;

/** `savedAt` in milliseconds since 1970; null as long as nothing was changed. */
export type SaveState =
  | { kind: 'saved'; savedAt: number | null }
  | { kind: 'saving' }
  | { kind: 'unsaved'; failure: FailureData };

export type Saved = { saves: number; savedAt: number };
export type Clock = {
  now(): number;
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
};

export type SaverOptions<Draft> = {
  /** How often it had been stored when it was opened. */
  saves: number;
  /** Stores a draft as the successor of that save. */
  save: (draft: Draft, saves: number) => Promise<Answer<Saved>>;
  /** What is stored now: asked only when it is not known whether the last save arrived. */
  stored?: () => Promise<Answer<{ saves: number; changedAt: number; draft: Draft }>>;
  onSaved?: (saved: Saved) => void;
  clock?: Clock;
};

export type Saver<Draft> = {
  /** Something changed; `read` is called when it is time to store. */
  changed: (read: () => Draft) => void;
  /** Stores what is not stored yet, now. True when everything is stored. */
  flush: () => Promise<boolean>;
  /** Goes on after `record-changed-elsewhere` by storing over that save: only when the person has decided so. */
  storeOver: (saves: number) => Promise<boolean>;
  /** Lets go of what is not stored: only when the person has decided so. */
  giveUp: () => void;
  state: () => SaveState;
  /** Calls when the state changes, until the returned function is called. */
  watch: (listener: () => void) => () => void;
};

/** Trying the same again cannot help; the next change is tried in its turn. */
const hopeless: ReadonlySet<FailureCode> = new Set([
  'input-invalid',
  'document-invalid',
  'document-newer',
  'record-not-found',
  'record-read-only',
  'record-in-trash',
]);
/** The answer is lost, not necessarily the save. */
const unknown: ReadonlySet<FailureCode> = new Set(['store-stopped', 'internal', 'cancelled']);

/** Whether saving is tried again by itself after this. */
export function isTriedAgain({ code }: FailureData): boolean {
  return !hopeless.has(code) && code !== 'record-changed-elsewhere';
}

type Waiting = { timer: ReturnType<typeof setTimeout>; idle: number };

/** Reading a long document takes longer than a frame: it is done between two keys, if there is a moment within this. */
const WAIT_FOR_IDLE = 200;
const realClock: Clock = {
  now: () => Date.now(),
  setTimeout(run, milliseconds) {
    const atLeisure = () => {
      waiting.idle = requestIdleCallback(run, { timeout: WAIT_FOR_IDLE });
    };
    const waiting: Waiting = { timer: setTimeout(atLeisure, milliseconds), idle: 0 };
    return waiting;
  },
  clearTimeout(handle) {
    if (handle === undefined) return;
    const { timer, idle } = handle as Waiting;
    clearTimeout(timer);
    cancelIdleCallback(idle);
  },
};

/**
 * Stores one record's changes while they are made: each at most `LONGEST_WAIT` after it was made (an unbroken stream of
 * changes does not put it off), one save at a time, again and again with growing pauses while the store or the disk
 * refuses. `record-changed-elsewhere` stops it: what others stored is never overwritten unless `storeOver` says so.
 */
export function createSaver<Draft>(options: SaverOptions<Draft>): Saver<Draft> {
  const clock = options.clock ?? realClock;
  let saves = options.saves;
  let state: SaveState = { kind: 'saved', savedAt: null };
  let read: (() => Draft) | null = null;
  let changedAt = 0;
  let isDirty = false;
  let isStopped = false;
  let lost: Draft | null = null;
  let pause = FIRST_RETRY;
  let timer: unknown;
  let running: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  function show(next: SaveState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function schedule(milliseconds: number): void {
    clock.clearTimeout(timer);
    timer = clock.setTimeout(start, Math.max(0, milliseconds));
  }

  function start(): void {
    clock.clearTimeout(timer);
    timer = undefined;
    if (running !== null || read === null || !isDirty || isStopped) return;
    isDirty = false;
    if (state.kind !== 'unsaved') show({ kind: 'saving' });
    running = store(read()).finally(() => {
      running = null;
      if (isDirty && timer === undefined && !isStopped)
        schedule(changedAt + LONGEST_WAIT - clock.now());
    });
  }

  async function store(draft: Draft): Promise<void> {
    const answer = await attempt(() => options.save(draft, saves));
    if (answer.ok) accept(answer.value, isDirty);
    else if (answer.failure.code === 'record-changed-elsewhere' && lost !== null)
      await recogniseOwn(answer.failure, lost);
    else refuse(answer.failure, draft);
  }

  function accept(saved: Saved, isMoreComing: boolean): void {
    saves = saved.saves;
    lost = null;
    pause = FIRST_RETRY;
    options.onSaved?.(saved);
    show(isMoreComing ? { kind: 'saving' } : { kind: 'saved', savedAt: saved.savedAt });
  }

  function refuse(failure: FailureData, draft: Draft): void {
    show({ kind: 'unsaved', failure });
    if (hopeless.has(failure.code)) return;
    isDirty = true;
    isStopped = failure.code === 'record-changed-elsewhere';
    if (isStopped) return;
    if (unknown.has(failure.code)) lost = draft;
    schedule(pause);
    pause = Math.min(pause * 2, LONGEST_RETRY);
  }

  /** A save whose answer was lost may have arrived all the same: then the later one is our own. */
  async function recogniseOwn(failure: FailureData, ours: Draft): Promise<void> {
    const found = options.stored === undefined ? null : await attempt(options.stored);
    if (found?.ok === true && isSame(found.value.draft, ours)) {
      isDirty = true;
      accept({ saves: found.value.saves, savedAt: found.value.changedAt }, true);
      schedule(0);
    } else if (found?.ok === false) refuse(found.failure, ours);
    else refuse(failure, ours);
  }

  async function flush(): Promise<boolean> {
    if (running !== null) await running;
    start();
    if (running !== null) await running;
    return isDirty && state.kind !== 'unsaved' ? flush() : state.kind === 'saved';
  }

  return {
    changed(next) {
      read = next;
      if (!isDirty) changedAt = clock.now();
      isDirty = true;
      if (isStopped || timer !== undefined || running !== null) return;
      if (state.kind !== 'unsaved') show({ kind: 'saving' });
      schedule(LONGEST_WAIT);
    },
    flush,
    storeOver(newer) {
      saves = newer;
      isStopped = false;
      isDirty = read !== null;
      lost = null;
      return flush();
    },
    giveUp() {
      clock.clearTimeout(timer);
      timer = undefined;
      read = null;
      isDirty = false;
      isStopped = true;
      show({ kind: 'saved', savedAt: null });
    },
    state: () => state,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function attempt<Value>(ask: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
  try {
    return await ask();
  } catch {
    return { ok: false, failure: { code: 'internal', detail: {} } };
  }
}

/** Equal as JSON, whatever the order of the members. */
function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, i) => isSame(item, other[i]));
  if (!isObject(one) || !isObject(other)) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => isSame(one[name], other[name]))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
