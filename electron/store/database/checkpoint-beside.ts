import type { Database } from 'better-sqlite3';
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { keyOf } from './open.ts';

/** Of less in all nothing is different. `between`: two checkpoints. The journal does not grow beyond `journal`: the writer waits then. */
const USUAL = { worthIt: 64 * 1024 ** 2, between: 16 * 1024 ** 2, journal: 256 * 1024 ** 2 };
/** Beside this file among the sources, in a folder of its own in the built app. */
const entry = import.meta.filename.endsWith('.ts')
  ? join(import.meta.dirname, 'checkpoint-thread.ts')
  : join(import.meta.dirname, '../store/checkpoint-thread.cjs');

export type Wish = 'checkpoint' | 'end';
export type ToCheckpoint = { file: string; key: KeyObject };
export type FromCheckpoint = 'done';

/** `wrote`: so many bytes more; awaited before the next are written. Fails as writing does. */
export type CheckpointBeside = { wrote(bytes: number): Promise<void>; end(): Promise<void> };

/**
 * For as long as much is written, `total` bytes in all: what goes through the journal is enciphered twice and deciphered once, and most
 * of that happens in a thread of its own meanwhile, which has a connection of its own and changes nothing but where pages lie.
 */
export function checkpointBeside(db: Database, total: number, sizes = USUAL): CheckpointBeside {
  if (total < sizes.worthIt) return { wrote: async () => undefined, end: async () => undefined };
  const before = db.pragma('wal_autocheckpoint', { simple: true }) as number;
  db.pragma('wal_autocheckpoint=0');
  const thread = startThread(db);
  let running: Promise<void> | undefined;
  let sinceLast = 0;
  let inJournal = 0;
  const checkpoint = () => {
    sinceLast = 0;
    running = thread.checkpoint().finally(() => (running = undefined));
    // Awaited later; meanwhile it is nobody's.
    running.catch(() => undefined);
  };
  return {
    async wrote(bytes) {
      sinceLast += bytes;
      inJournal += bytes;
      if (inJournal >= sizes.journal) {
        await running;
        await thread.checkpoint();
        sinceLast = 0;
        inJournal = 0;
      } else if (sinceLast >= sizes.between && running === undefined) checkpoint();
    },
    async end() {
      await running?.catch(() => undefined);
      await thread.end();
      if (!db.open) return;
      db.pragma(`wal_autocheckpoint=${String(before)}`);
      db.pragma('wal_checkpoint(TRUNCATE)');
    },
  };
}

/** One checkpoint at a time. What fails once fails for good. */
function startThread(db: Database) {
  const worker = new Worker(entry, {
    workerData: { file: db.name, key: keyOf(db) } satisfies ToCheckpoint,
    resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 32 },
  });
  let failed: unknown = null;
  let settle: () => void = () => undefined;
  worker.on('message', () => settle());
  worker.on('error', (error) => {
    failed ??= error;
    settle();
  });
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      failed ??= new Error('the thread has ended');
      settle();
      resolve();
    });
  });
  return {
    checkpoint: () =>
      new Promise<void>((resolve, reject) => {
        settle = () => {
          if (failed === null) resolve();
          else reject(failed);
        };
        if (failed === null) worker.postMessage('checkpoint' satisfies Wish);
        else settle();
      }),
    async end() {
      worker.postMessage('end' satisfies Wish);
      await ended;
    },
  };
}
