import Database from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';
import { toFailure } from '../database/sqlite-failure.ts';
import { lockFile } from './layout.ts';

export type Lock = { release(): void };

/**
 * Makes this the only program (and the only connection of this program) that has the workspace. It is a lock of the
 * operating system, on an empty file of its own, so it goes when the process goes, however that happens.
 * Fails: `workspace-in-use`, `folder-not-writable`.
 */
export function holdLock(folder: string): Lock {
  let db: Database.Database | undefined;
  try {
    db = new Database(lockFile(folder), { timeout: 0 });
    db.pragma('journal_mode=MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    throw lockFailure(error);
  }
  const held = db;
  return { release: () => void held.close() };
}

function lockFailure(error: unknown): unknown {
  const failure = toFailure(error);
  // Nothing is ever written to the file, so its content says nothing about the workspace.
  if (failure?.code === 'workspace-damaged') return new Failure('folder-not-writable', {}, error);
  return failure ?? error;
}
