import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnswer, type StoreHandlers } from '../../electron/store/answer.ts';
import type { StoreContext } from '../../electron/store/context.ts';
import { storeHandlers } from '../../electron/store/handlers.ts';
import { Failure } from '../../shared/errors.ts';

const closed = (): StoreContext => ({ clock: () => 0, open: null });
const withHandlers = (handlers: Partial<StoreHandlers>): StoreHandlers => ({
  ...storeHandlers,
  ...handlers,
});

test('an operation that does not exist is refused, inherited names too', async () => {
  const answer = createAnswer(closed(), storeHandlers);
  for (const name of ['records.nothing', '__proto__', 'constructor', 'toString', '']) {
    const result = await answer({ name, input: {} });
    assert.equal(result.ok ? '' : result.failure.code, 'operation-unknown', name);
  }
});

test('an input that does not fit is refused with its place and without its value', async () => {
  const answer = createAnswer(closed(), storeHandlers);
  const result = await answer({ name: 'records.get', input: { id: '林某的秘密' } });
  assert.ok(!result.ok);
  assert.equal(result.failure.code, 'input-invalid');
  assert.equal(result.failure.detail['places'], 'id');
  assert.doesNotMatch(JSON.stringify(result), /林某/);
});

test('nothing is answered while no workspace is open', async () => {
  const answer = createAnswer(closed(), storeHandlers);
  const result = await answer({ name: 'records.counts', input: {} });
  assert.equal(result.ok ? '' : result.failure.code, 'workspace-closed');
});

test('a bug is answered by a reference, and its message reaches neither the window nor the log', async (t) => {
  const logged: string[] = [];
  t.mock.method(console, 'error', (line: string) => void logged.push(line));
  const answer = createAnswer(
    closed(),
    withHandlers({
      'records.counts': () => {
        throw new TypeError('何某甲的口令是 abc');
      },
    }),
  );
  const result = await answer({ name: 'records.counts', input: {} });
  assert.ok(!result.ok);
  assert.equal(result.failure.code, 'internal');
  assert.match(String(result.failure.detail['reference']), /^[0-9a-f]{8}$/);
  assert.equal(logged.length, 1);
  assert.doesNotMatch(JSON.stringify(result) + logged.join(''), /何某甲|abc/);
});

test('a job reports progress and stops when it is cancelled', async () => {
  const reports: [string, number][] = [];
  const answer = createAnswer(
    closed(),
    withHandlers({
      'search.rebuild': async (_context, _input, control) => {
        for (let done = 0; done < 1000; done += 1) {
          control.report({ done, total: 1000, phase: 'index' });
          await new Promise((resolve) => setImmediate(resolve));
          if (control.signal.aborted) throw new Failure('cancelled');
        }
        return { records: 1000 };
      },
    }),
    { report: (jobId, progress) => void reports.push([jobId, progress.done]) },
  );
  const running = answer({ name: 'search.rebuild', input: {}, jobId: 'one' });
  await answer({ name: 'jobs.cancel', input: { jobId: 'another' } });
  await answer({ name: 'jobs.cancel', input: { jobId: 'one' } });
  const result = await running;
  assert.equal(result.ok ? '' : result.failure.code, 'cancelled');
  assert.ok(reports.length > 0 && reports.length < 1000);
  assert.deepEqual(reports[0], ['one', 0]);
});

test('two jobs under one id are never under way together, so that a request to stop is never lost', async () => {
  let finish = () => {};
  const isFinished = new Promise<void>((resolve) => (finish = resolve));
  const answer = createAnswer(
    closed(),
    withHandlers({
      'search.check': async (_context, _input, { signal }) => {
        await isFinished;
        if (signal.aborted) throw new Failure('cancelled');
        return { records: 0, differing: 0 };
      },
    }),
  );
  const call = { name: 'search.check', input: {}, jobId: 'one' };
  const first = answer(call);
  const second = await answer(call);
  assert.equal(second.ok ? '' : second.failure.code, 'input-invalid');
  await answer({ name: 'jobs.cancel', input: { jobId: 'one' } });
  finish();
  const ended = await first;
  assert.equal(ended.ok ? '' : ended.failure.code, 'cancelled');
});

test('locking asks every job to stop and waits until each has ended', async () => {
  const happened: string[] = [];
  const answer = createAnswer(
    closed(),
    withHandlers({
      'search.rebuild': async (_context, _input, { signal }) => {
        while (!signal.aborted) await new Promise((resolve) => setImmediate(resolve));
        await new Promise((resolve) => setTimeout(resolve, 20));
        happened.push('stopped');
        throw new Failure('cancelled');
      },
      'workspace.lock': () => {
        happened.push('locked');
        return {};
      },
    }),
  );
  const job = answer({ name: 'search.rebuild', input: {}, jobId: 'one' });
  await answer({ name: 'workspace.lock', input: {} });
  const result = await job;
  assert.equal(result.ok ? '' : result.failure.code, 'cancelled');
  assert.deepEqual(happened, ['stopped', 'locked']);
});
