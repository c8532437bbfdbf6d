import type { Database } from 'better-sqlite3';
import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../../shared/errors.ts';
import { checkIntegrity } from '../database/check-integrity.ts';
import { openDatabaseToRead } from '../database/open.ts';
import { toFailure } from '../database/sqlite-failure.ts';
import { keyFileNames } from '../vault/key-file.ts';
import { syncFile, syncFolder } from '../vault/replace-file.ts';
import { backupsFolder, databaseFile } from '../workspace/layout.ts';

/**
 * Copies the open database and the key files to `backups/<name>`, which is a workspace's folder in its own right, and
 * proves the copy by opening it and checking all of it. Answers the folder. Only a proved copy gets its name.
 * Fails: `disk-full`, `folder-not-writable`, `workspace-damaged` if the copy does not stand the check.
 */
export function backUp(db: Database, folder: string, key: Uint8Array, name: string): string {
  const target = join(backupsFolder(folder), name);
  const unfinished = join(backupsFolder(folder), `unfinished-${name}`);
  rmSync(unfinished, { recursive: true, force: true });
  try {
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    // The online backup of this SQLite fails on encrypted files; VACUUM INTO works and keeps the cipher and the key.
    db.prepare('VACUUM INTO ?').run(databaseFile(unfinished));
    copyKeyFiles(folder, unfinished);
    prove(db, databaseFile(unfinished), key);
    [databaseFile(unfinished), unfinished].forEach(syncFile);
    renameSync(unfinished, target);
    syncFolder(backupsFolder(folder));
    return target;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw toFailure(error) ?? error;
  }
}

/** `20261122T101500Z-before-upgrade-from-1`: sorts by time, and is a legal name everywhere. */
export function backUpBeforeUpgrade(
  db: Database,
  folder: string,
  key: Uint8Array,
  { version, now }: { version: number; now: number },
): string {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  return backUp(db, folder, key, `${stamp}-before-upgrade-from-${version}`);
}

function copyKeyFiles(from: string, to: string): void {
  for (const name of keyFileNames) {
    copyFileSync(join(from, name), join(to, name));
    syncFile(join(to, name));
  }
}

function prove(original: Database, file: string, key: Uint8Array): void {
  const copy = openDatabaseToRead(file, key);
  try {
    checkIntegrity(copy);
    if (summary(copy) !== summary(original)) {
      throw new Failure('workspace-damaged', { reason: 'backup-differs' });
    }
  } finally {
    copy.close();
  }
}

function summary(db: Database): string {
  const tables = db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name`,
    )
    .all();
  const counts = tables.map(({ name }) => {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    return [name, db.prepare(`SELECT count(*) FROM ${quoted}`).pluck().get()];
  });
  return JSON.stringify([db.pragma('user_version', { simple: true }), counts]);
}
