import { basename } from 'node:path';
import { Failure } from '../../../shared/errors.ts';

/** What an error of the file system means while writing. Names the file without its folders. Anything else is a bug and is thrown on. */
export function writeFailure(error: unknown, file: string): unknown {
  const code = errorCode(error);
  if (error instanceof Failure || code === null) return error;
  const detail = { file: basename(file) };
  if (code === 'EEXIST') return new Failure('file-exists', detail, error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    return new Failure('disk-full', detail, error);
  }
  return new Failure('file-not-writable', detail, error);
}

/** The same while reading. */
export function readFailure(error: unknown, file: string): unknown {
  if (error instanceof Failure || errorCode(error) === null) return error;
  return new Failure('file-unreadable', { file: basename(file) }, error);
}

/** The system's own code (`ENOENT`), or null for an error that did not come from the system. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
