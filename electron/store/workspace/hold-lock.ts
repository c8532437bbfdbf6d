import { writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { toFailure } from '../database/sqlite-failure.ts';
import { lockFile } from './layout.ts';

export type Lock = { release(): void };

/**
 * Makes this the only program (and the only connection of this program) that has the workspace. It is a lock of the
 * operating system, on an empty file of its own, so it goes when the process goes, however that happens.
 * Fails: `workspace-in-use`, `folder-not-writable`.
 */
export function holdLock(folder: string): Lock {
  try {
    return tryToHold(folder);
  } catch (error) {
    if (toFailure(error)?.code !== 'workspace-damaged') throw toFailure(error) ?? error;
  }
  // Someone has put something into the file, and nobody holds it (that is found out first). It says nothing about the
  // workspace and must not keep anyone out of it.
  writeFileSync(lockFile(folder), '');
  return tryToHold(folder);
}

function tryToHold(folder: string): Lock {
  const db = new Database(lockFile(folder), { timeout: 0 });
  try {
    db.pragma('journal_mode=MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    return { release: () => void db.close() };
  } catch (error) {
    db.close();
    throw error;
  }
}
