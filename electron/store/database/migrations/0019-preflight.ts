import type { Database } from 'better-sqlite3';

/**
 * What was decided about findings before a record left. `content` is the SHA-256 of what the finding was in: when that is
 * another, the decision no longer holds. `finding` is its kind, place and text, hashed; `text_key` its text, so that the same
 * decision can be offered again. All of it goes with the record.
 */
export default function preflight(db: Database): void {
  db.exec(`
    CREATE TABLE preflight_decisions (
      record_number INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      finding TEXT NOT NULL,
      content TEXT NOT NULL,
      kind TEXT NOT NULL,
      text_key TEXT NOT NULL,
      decision TEXT NOT NULL,
      reason TEXT NOT NULL,
      decided_at INTEGER NOT NULL,
      PRIMARY KEY (record_number, finding)
    ) STRICT, WITHOUT ROWID;
  `);
}
