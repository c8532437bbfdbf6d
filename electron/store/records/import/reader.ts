import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { TaskInput, TaskName, TaskOutput } from './reader-tasks.ts';
import type { FromThread, ToThread } from './reader-thread.ts';
import { Skipped } from './source-text.ts';

/**
 * Reads files in a thread of its own: the store goes on answering while a large file is taken apart, and one that grows beyond
 * what the thread may use ends the thread and not the store.
 */
export type Reader = {
  /** Throws `Skipped`; with `file-too-large` for a file that the thread had no memory for. */
  ask<Name extends TaskName>(task: Name, input: TaskInput<Name>): Promise<TaskOutput<Name>>;
  /** To be called when the job is over. What is still asked for is forgotten. */
  close(): void;
};

const MOST_MEMORY_IN_MIB = 1024;
/** A thread takes a while to start: one that has nothing to do is kept so long for the next import. */
const KEPT_FOR_IN_MS = 60_000;
/** Beside this file among the sources, in a folder of its own in the built app. */
const entry = import.meta.filename.endsWith('.ts')
  ? path.join(import.meta.dirname, 'reader-thread.ts')
  : path.join(import.meta.dirname, '../store/reader-thread.cjs');

type Asked = {
  message: ToThread;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};

/** What the thread's events mean changes with who uses it. */
type Thread = {
  worker: Worker;
  onMessage: (message: FromThread) => void;
  onError: (error: unknown) => void;
};

let kept: { thread: Thread; timer: NodeJS.Timeout } | undefined;

function takeThread(memoryInMib: number): Thread {
  if (kept !== undefined && memoryInMib === MOST_MEMORY_IN_MIB) {
    const { thread, timer } = kept;
    kept = undefined;
    clearTimeout(timer);
    thread.worker.ref();
    return thread;
  }
  const worker = new Worker(entry, {
    resourceLimits: { maxOldGenerationSizeMb: memoryInMib },
  });
  const thread: Thread = { worker, onMessage: () => undefined, onError: () => undefined };
  worker.on('message', (message: FromThread) => thread.onMessage(message));
  worker.on('error', (error) => thread.onError(error));
  return thread;
}

function keepThread(thread: Thread): void {
  if (kept !== undefined) return void thread.worker.terminate();
  const forget = () => {
    clearTimeout(timer);
    kept = undefined;
  };
  const timer = setTimeout(() => {
    forget();
    void thread.worker.terminate();
  }, KEPT_FOR_IN_MS).unref();
  thread.onMessage = () => undefined;
  thread.onError = forget;
  // It keeps no process alive.
  thread.worker.unref();
  kept = { thread, timer };
}

/** `memoryInMib`: what the thread may use for what it makes of a file. */
export function openReader(memoryInMib = MOST_MEMORY_IN_MIB): Reader {
  const asked = new Map<number, Asked>();
  let lastId = 0;
  let thread = start();

  function start(): Thread {
    const started = takeThread(memoryInMib);
    started.onMessage = settle;
    started.onError = recover;
    return started;
  }

  function settle(message: FromThread): void {
    const one = asked.get(message.id);
    asked.delete(message.id);
    if (one === undefined) return;
    if ('value' in message) one.resolve(message.value);
    else one.reject('skipped' in message ? new Skipped(message.skipped) : message.error);
  }

  /** The thread is gone: the file it was at is to blame, and the others are asked for again. */
  function recover(error: unknown): void {
    const [first, ...others] = asked.values();
    const isMemory = (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
    thread = start();
    if (first === undefined) return;
    asked.delete(first.message.id);
    first.reject(isMemory ? new Skipped('file-too-large', error) : error);
    for (const { message } of others) thread.worker.postMessage(message);
  }

  return {
    ask: <Name extends TaskName>(task: Name, input: TaskInput<Name>) =>
      new Promise<TaskOutput<Name>>((resolve, reject) => {
        lastId += 1;
        const message: ToThread = { id: lastId, task, input };
        asked.set(lastId, { message, resolve: resolve as Asked['resolve'], reject });
        thread.worker.postMessage(message);
      }),
    close: () => {
      if (asked.size === 0 && memoryInMib === MOST_MEMORY_IN_MIB) keepThread(thread);
      else void thread.worker.terminate();
      asked.clear();
    },
  };
}
