import type { Database } from 'better-sqlite3';

/**
 * Who a record is about, under what pseudonym; and which records are one matter though they share no case number. Both go
 * with their record. Nothing else in the database refers to them: they are in no index and in no pack.
 */
export default function parties(db: Database): void {
  db.exec(`
    CREATE TABLE parties (
      id TEXT PRIMARY KEY,
      record_number INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL,
      role TEXT NOT NULL,
      is_minor INTEGER NOT NULL,
      pseudonym TEXT NOT NULL,
      is_chosen INTEGER NOT NULL,
      added_at INTEGER NOT NULL,
      UNIQUE (record_number, name_key)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE matter_links (
      one INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      other INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      PRIMARY KEY (one, other),
      CHECK (one < other)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX matter_links_by_other ON matter_links (other);
  `);
}
