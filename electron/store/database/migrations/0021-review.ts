import type { Database } from 'better-sqlite3';

/**
 * What a person says when a record goes on, and what they sign. `revision` is the number of the revision that stood there; null for
 * steps from before. `is_own`: approved by the one officer of an office. An approval keeps the statement that was signed, its
 * minisign signature, the public key, and the exported record (deflated) whose hash is in it: without it nothing could be verified.
 */
export default function review(db: Database): void {
  db.exec(`
    ALTER TABLE status_changes ADD COLUMN comment TEXT NOT NULL DEFAULT '';
    ALTER TABLE status_changes ADD COLUMN revision INTEGER;
    ALTER TABLE status_changes ADD COLUMN is_own INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE approvals (
      id INTEGER PRIMARY KEY,
      record_number INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      change_id INTEGER NOT NULL REFERENCES status_changes (id) ON DELETE CASCADE,
      revision INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      statement TEXT NOT NULL,
      signature TEXT NOT NULL,
      public_key TEXT NOT NULL,
      record BLOB NOT NULL
    ) STRICT;
    CREATE INDEX approvals_by_record ON approvals (record_number, id);
    CREATE INDEX approvals_by_change ON approvals (change_id);
  `);
}
