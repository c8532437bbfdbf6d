import type { Database } from 'better-sqlite3';

/**
 * Which record has which attachment, under what name. A content with a row here is whole; one without is either still
 * arriving or released, and is collected. A removed attachment (`removed_at`) keeps its row, and so its content.
 */
export default function attachments(db: Database): void {
  db.exec(`
    CREATE TABLE record_attachments (
      id TEXT PRIMARY KEY,
      record_number INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      hash TEXT NOT NULL REFERENCES attachments (hash),
      name TEXT NOT NULL,
      media_type TEXT NOT NULL,
      added_at INTEGER NOT NULL,
      removed_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX record_attachments_by_record ON record_attachments (record_number, added_at, id);
    CREATE INDEX record_attachments_by_hash ON record_attachments (hash);
  `);
}
