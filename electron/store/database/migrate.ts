import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';
import { migrations, type Migration } from './migrations/index.ts';

/**
 * How many migrations a database has had. Fails: `workspace-newer` if it is more than this program knows; ask a
 * connection that cannot write, so that a newer file is refused before it is touched.
 */
export function readVersion(db: Database, known: readonly Migration[] = migrations): number {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > known.length) {
    throw new Failure('workspace-newer', { version, known: known.length });
  }
  return version;
}

/**
 * Brings a database up to date, each migration in its own transaction together with the count. Foreign keys are off
 * meanwhile, because a table can only be rebuilt without them, and are checked before each commit.
 * A database that already holds something is backed up by the caller first: `backUpBeforeUpgrade`.
 */
export function migrate(db: Database, known: readonly Migration[] = migrations): void {
  const from = readVersion(db, known);
  if (from === known.length) return;
  db.pragma('foreign_keys=OFF');
  try {
    known.slice(from).forEach((migration, index) => applyOne(db, migration, from + index + 1));
  } finally {
    db.pragma('foreign_keys=ON');
  }
}

function applyOne(db: Database, migration: Migration, version: number): void {
  const apply = db.transaction(() => {
    migration(db);
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`migration ${version} leaves broken references`);
    db.pragma(`user_version=${version}`);
  });
  apply.immediate();
}
