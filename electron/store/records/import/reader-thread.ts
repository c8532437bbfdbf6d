import { parentPort } from 'node:worker_threads';
import type { SkipCode } from '../../../../shared/contract/records.ts';
import { readerTasks, type TaskName } from './reader-tasks.ts';
import { Skipped } from './source-text.ts';

// The entry of the reading thread: one file after another, in the order they were asked for.

export type ToThread = { id: number; task: TaskName; input: unknown };
export type FromThread =
  | { id: number; value: unknown }
  | { id: number; skipped: SkipCode }
  | { id: number; error: Error };

async function answer({ id, task, input }: ToThread): Promise<FromThread> {
  try {
    // The other side's types see to it that the input fits the task.
    const run = readerTasks[task] as (input: unknown) => Promise<unknown>;
    return { id, value: await run(input) };
  } catch (error) {
    if (error instanceof Skipped) return { id, skipped: error.code };
    return { id, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (message: ToThread) => {
  last = last.then(async () => parentPort?.postMessage(await answer(message)));
});
