import type { Database } from 'better-sqlite3';

/** Marks the records that came from the sample library: 1, otherwise 0. */
export default function samples(db: Database): void {
  db.exec('ALTER TABLE records ADD COLUMN is_sample INTEGER NOT NULL DEFAULT 0');
}
