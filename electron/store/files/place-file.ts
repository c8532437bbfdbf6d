import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Failure } from '../../../shared/errors.ts';
import { errorCode, writeFailure } from './file-failure.ts';

/** What file systems without hard links (FAT on a memory stick, some shares) answer to a link. */
const NO_LINKS = [
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EINVAL',
  'EACCES',
  'EISDIR',
];

/**
 * Gives a finished temporary file its name, in one step, and never over another file: a link refuses to, a rename would not.
 * Fails: `file-exists`, `file-not-writable`, `disk-full`; the temporary file is then still there.
 */
export function placeFile(temporary: string, target: string): void {
  try {
    if (!tryLink(temporary, target)) {
      refuseExisting(target);
      renameSync(temporary, target);
    }
  } catch (error) {
    throw writeFailure(error, target);
  }
  syncFolder(dirname(target));
}

function tryLink(temporary: string, target: string): boolean {
  try {
    linkSync(temporary, target);
  } catch (error) {
    if (NO_LINKS.includes(errorCode(error) ?? '')) return false;
    throw error;
  }
  rmSync(temporary, { force: true });
  return true;
}

/** Fails: `file-exists`. */
export function refuseExisting(target: string): void {
  if (existsSync(target)) throw new Failure('file-exists', { file: basename(target) });
}

/** Makes the name survive a power cut. Windows cannot open a folder, and needs no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } catch {
    // Some network file systems refuse; the file itself has been synced.
  } finally {
    closeSync(descriptor);
  }
}
