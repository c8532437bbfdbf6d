import { argon2id } from 'hash-wasm';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Argon2Cost } from './key-file.ts';

/** From here on it takes longer than a thread does to begin. */
const WORTH_A_THREAD_IN_KIB = 16 * 1024;
/** Beside this file among the sources, in a folder of its own in the built app. */
const entry = import.meta.filename.endsWith('.ts')
  ? join(import.meta.dirname, 'stretch-thread.ts')
  : join(import.meta.dirname, '../store/stretch-thread.cjs');

/** `password`: wiped afterwards. `salt`: hex. */
export type ToStretch = { password: Uint8Array; salt: string; cost: Argon2Cost };

/**
 * Argon2id, 32 bytes. In a thread of its own where it costs something: what it filled on the way, as large as the cost says, is gone with
 * it at once, and the store answers meanwhile.
 */
export async function stretch(wish: ToStretch): Promise<Uint8Array> {
  if (wish.cost.memoryInKiB < WORTH_A_THREAD_IN_KIB) return stretchHere(wish);
  try {
    return await inThread(wish);
  } finally {
    wish.password.fill(0);
  }
}

export async function stretchHere({ password, salt, cost }: ToStretch): Promise<Uint8Array> {
  try {
    return await argon2id({
      password,
      salt: Buffer.from(salt, 'hex'),
      memorySize: cost.memoryInKiB,
      iterations: cost.passes,
      parallelism: cost.lanes,
      hashLength: 32,
      outputType: 'binary',
    });
  } finally {
    password.fill(0);
  }
}

function inThread(workerData: ToStretch): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread ended without an answer')));
  });
}
