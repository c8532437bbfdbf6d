import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { Failure } from '../../../shared/errors.ts';
import { readFailure } from './file-failure.ts';

// Opening a pipe would otherwise wait for somebody to write into it. Windows has no such flag.
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The UTF-8 text of a file of at most `limit` bytes, or null if it is larger. Fails: `file-unreadable`. */
export function readSmallFile(file: string, limit: number): string | null {
  return readSmallFileBytes(file, limit)?.toString('utf8') ?? null;
}

/** The bytes of such a file. */
export function readSmallFileBytes(file: string, limit: number): Buffer | null {
  let descriptor: number;
  try {
    descriptor = openSync(file, READ_AT_ONCE);
  } catch (error) {
    throw readFailure(error, file);
  }
  try {
    if (!fstatSync(descriptor).isFile()) throw new Failure('file-unreadable', {});
    const buffer = Buffer.alloc(limit + 1);
    let length = 0;
    for (;;) {
      const read = readSync(descriptor, buffer, length, buffer.length - length, null);
      if (read === 0) break;
      length += read;
      if (length > limit) return null;
    }
    return buffer.subarray(0, length);
  } catch (error) {
    throw readFailure(error, file);
  } finally {
    closeSync(descriptor);
  }
}
