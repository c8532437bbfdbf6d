import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { migrate } from '../../electron/store/database/migrate.ts';
import { migrations } from '../../electron/store/database/migrations/index.ts';
import { createDatabase, openDatabase } from '../../electron/store/database/open.ts';

export type MigratedDatabase = {
  db: Database;
  key: Uint8Array;
  /** Closes, opens again and brings to `version`: what an upgrade does to a file that was used. */
  upgradeTo: (version: number) => Database;
  cleanUp: () => void;
};

/** An encrypted database in a temporary folder that has had the first `version` migrations. */
export function databaseAt(version: number): MigratedDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'jianzhi-migrated-'));
  const file = join(folder, 'workspace.db');
  const key = randomBytes(32);
  const made: MigratedDatabase = {
    db: createDatabase(file, key),
    key,
    upgradeTo(target) {
      made.db.close();
      made.db = openDatabase(file, key);
      migrate(made.db, migrations.slice(0, target));
      return made.db;
    },
    cleanUp() {
      made.db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  migrate(made.db, migrations.slice(0, version));
  return made;
}

export type SchemaRow = { type: string; name: string; tbl_name: string; sql: string | null };

export function schemaOf(db: Database): SchemaRow[] {
  return db
    .prepare<[], SchemaRow>(
      'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name',
    )
    .all();
}
