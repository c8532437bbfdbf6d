import type { Database } from 'better-sqlite3';

/**
 * Records on their way between two computers of one house. `is_colleague`: somebody said of the card that its office is 同院同事, so that
 * records may go there with real names. `office_rounds`: where a record stands between this office and another; `base` (deflated
 * JSON) is the text that both had when they last exchanged it, from which both copies are joined. `office_merges`: what came
 * back and waits until its conflicts are decided, with what the pack said of it. `office_people`: what people elsewhere are called,
 * whose steps and approvals came along.
 */
export default function office(db: Database): void {
  db.exec(`
    ALTER TABLE office_cards ADD COLUMN is_colleague INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE office_rounds (
      record_number INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      office_id TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('author', 'reviewer')),
      state TEXT NOT NULL CHECK (state IN ('here', 'away')),
      at INTEGER NOT NULL,
      base_revision INTEGER NOT NULL,
      base BLOB NOT NULL,
      is_other_approved INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (record_number, office_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE office_merges (
      record_number INTEGER PRIMARY KEY REFERENCES records (number) ON DELETE CASCADE,
      office_id TEXT NOT NULL,
      received_at INTEGER NOT NULL,
      pack_id TEXT NOT NULL,
      base BLOB NOT NULL,
      theirs BLOB NOT NULL,
      outcome TEXT NOT NULL
    ) STRICT;

    CREATE TABLE office_people (
      profile_id TEXT PRIMARY KEY,
      office_id TEXT NOT NULL,
      name TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `);
}
