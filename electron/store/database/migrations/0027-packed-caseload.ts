import type { Database } from 'better-sqlite3';

/**
 * What each pack said of the cases of a period, word for word: a later word takes the place of the figures (`caseload_figures`), and
 * the earlier ones stay readable here. `is_late`: a later one was here already, so it changed nothing. The oldest row first, by `id`.
 */
export default function packedCaseload(db: Database): void {
  db.exec(`
    CREATE TABLE packed_caseload (
      id INTEGER PRIMARY KEY,
      sender_id TEXT NOT NULL,
      period TEXT NOT NULL,
      pack_number INTEGER NOT NULL REFERENCES packs_received (number),
      text TEXT NOT NULL,
      is_late INTEGER NOT NULL,
      UNIQUE (sender_id, period, pack_number)
    ) STRICT;
  `);
}
