import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../../../shared/errors.ts';
import { writeFailure } from './file-failure.ts';
import { placeFile, refuseExisting } from './place-file.ts';

/**
 * Writes bytes to a hidden file beside the target, reads them back, and only then gives them their name; a failure leaves nothing
 * behind. Fails: `file-exists`, `file-not-writable`, `disk-full`.
 */
export function writeWhole(file: string, bytes: Uint8Array): void {
  refuseExisting(file);
  const temporary = join(dirname(file), `.${randomBytes(8).toString('hex')}.part`);
  try {
    const descriptor = openSync(temporary, 'wx', 0o600);
    try {
      for (let written = 0; written < bytes.length;) {
        written += writeSync(descriptor, bytes, written);
      }
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (!readFileSync(temporary).equals(bytes)) throw new Failure('file-not-writable', {});
    placeFile(temporary, file);
  } catch (error) {
    throw writeFailure(error, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}
