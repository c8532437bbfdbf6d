import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { writeFailure } from './file-failure.ts';

/**
 * Writes a small file that must not exist yet, through to the disk. `mode` as in chmod. A failure leaves nothing behind.
 * Fails: `file-exists`, `file-not-writable`, `disk-full`.
 */
export function writeNewFile(file: string, content: string | Uint8Array, mode: number): void {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'wx', mode);
  } catch (error) {
    throw writeFailure(error, file);
  }
  try {
    writeAll(descriptor, typeof content === 'string' ? Buffer.from(content) : content);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(file, { force: true });
    throw writeFailure(error, file);
  } finally {
    closeSync(descriptor);
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(descriptor, bytes, written);
  }
}
