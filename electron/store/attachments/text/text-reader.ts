import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LeavingFile, LeavingWish } from '../../preflight/clean/leaving-file.ts';
import type { FileText } from './file-text.ts';
import type { FromThread, ToThread } from './text-thread.ts';

const MOST_MEMORY_IN_MIB = 512;
/** What a thread holds beside the file that it reads. */
const YOUNG_MEMORY_IN_MIB = 6;
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
  /** What becomes of a file on its way out; one that takes too much memory or time leaves as it is, unread. */
  leave(
    bytes: Uint8Array<ArrayBuffer>,
    mediaType: string,
    wish: LeavingWish,
    isStopped: () => boolean,
  ): Promise<LeavingFile | null>;
  close(): void;
};

const STOP_LOOKED_AT_EVERY_MS = 100;

export function openTextReader(longestInMs = LONGEST_IN_MS): TextReader {
  let thread: Thread | undefined;
  const end = () => {
    void thread?.worker.terminate();
    thread = undefined;
  };
  const ask = (message: ToThread, bytes: Uint8Array<ArrayBuffer>, isStopped: () => boolean) => {
    const used = (thread ??= start());
    return new Promise<FileText | LeavingFile | null>((resolve) => {
      const answer = (done: FileText | LeavingFile | null, isSpent: boolean) => {
        clearTimeout(timer);
        clearInterval(looking);
        // What was refused memory, or is still at it, is not asked anything else.
        if (isSpent) end();
        used.settle = () => undefined;
        resolve(done);
      };
      const timer = setTimeout(() => answer(none('too-large'), true), longestInMs);
      const looking = setInterval(() => {
        if (isStopped()) answer(null, true);
      }, STOP_LOOKED_AT_EVERY_MS);
      used.settle = (done, isGone) => answer(done, isGone || textIn(done).state === 'too-large');
      used.worker.postMessage(message, [bytes.buffer]);
    });
  };
  return {
    read: async (bytes, mediaType, isStopped) => {
      const done = await ask({ bytes, mediaType }, bytes, isStopped);
      return done === null ? null : textIn(done);
    },
    leave: async (bytes, mediaType, leaving, isStopped) => {
      const done = await ask({ bytes, mediaType, leaving }, bytes, isStopped);
      return done === null || 'text' in done ? done : asItIs(done);
    },
    close: end,
  };
}

function textIn(done: FileText | LeavingFile): FileText {
  return 'text' in done ? done.text : done;
}

function asItIs(text: FileText): LeavingFile {
  return { bytes: null, text, texts: [], removed: [], left: [], remarks: 0, pictures: 0 };
}

/** `settle` changes with every file; `isGone`: the thread itself has ended. */
type Thread = { worker: Worker; settle: (done: FileText | LeavingFile, isGone: boolean) => void };

function start(): Thread {
  const worker = new Worker(entry, {
    resourceLimits: {
      maxOldGenerationSizeMb: MOST_MEMORY_IN_MIB,
      maxYoungGenerationSizeMb: YOUNG_MEMORY_IN_MIB,
    },
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
