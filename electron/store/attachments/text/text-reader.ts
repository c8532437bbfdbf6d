import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileText } from './file-text.ts';
import type { FromThread, ToThread } from './text-thread.ts';

const MOST_MEMORY_IN_MIB = 512;
const LONGEST_IN_MS = 60_000;
/** Beside this file among the sources, in a folder of its own in the built app. */
const entry = import.meta.filename.endsWith('.ts')
  ? join(import.meta.dirname, 'text-thread.ts')
  : join(import.meta.dirname, '../store/text-thread.cjs');

/** Reads attachments in a thread of their own, one after another: whatever a file does there, the store goes on answering. */
export type TextReader = {
  /** A file that takes more memory or time than any should answers `too-large`; one that no reader gets along with, `damaged`. */
  read(
    bytes: Uint8Array<ArrayBuffer>,
    mediaType: string,
    isStopped: () => boolean,
  ): Promise<FileText | null>;
  close(): void;
};

const STOP_LOOKED_AT_EVERY_MS = 100;

export function openTextReader(longestInMs = LONGEST_IN_MS): TextReader {
  let thread: Thread | undefined;
  const end = () => {
    void thread?.worker.terminate();
    thread = undefined;
  };
  return {
    read: (bytes, mediaType, isStopped) => {
      const used = (thread ??= start());
      return new Promise((resolve) => {
        const answer = (text: FileText | null, isSpent: boolean) => {
          clearTimeout(timer);
          clearInterval(looking);
          // What was refused memory, or is still at it, is not asked anything else.
          if (isSpent) end();
          used.settle = () => undefined;
          resolve(text);
        };
        const timer = setTimeout(() => answer(none('too-large'), true), longestInMs);
        const looking = setInterval(() => {
          if (isStopped()) answer(null, true);
        }, STOP_LOOKED_AT_EVERY_MS);
        used.settle = (text, isGone) => answer(text, isGone || text.state === 'too-large');
        used.worker.postMessage({ bytes, mediaType } satisfies ToThread, [bytes.buffer]);
      });
    },
    close: end,
  };
}

/** `settle` changes with every file; `isGone`: the thread itself has ended. */
type Thread = { worker: Worker; settle: (text: FileText, isGone: boolean) => void };

function start(): Thread {
  const worker = new Worker(entry, {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_IN_MIB },
    stdout: true,
    stderr: true,
  });
  const thread: Thread = { worker, settle: () => undefined };
  worker.on('message', (message: FromThread) => {
    if ('failed' in message) thread.settle(none('damaged'), true);
    else thread.settle(message, false);
  });
  worker.on('error', (error: { code?: unknown }) => {
    const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    thread.settle(none(isMemory ? 'too-large' : 'damaged'), true);
  });
  return thread;
}

function none(state: FileText['state']): FileText {
  return { state, pages: [], blankPages: 0 };
}
