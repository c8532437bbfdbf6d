import type { Database } from 'better-sqlite3';

/**
 * What came in. `packs_received`: every pack that was taken in, by the place that it has in its channel; `statement` and `contents`
 * as in the pack (JSON), `audit_…`: where the sender's audit trail stood. `channel_epochs`: the epochs of others' channels; one
 * with `confirmed_at` null is held until somebody telephoned. `received_records`: which records of this workspace are others', known
 * by sender and the id there; they are in no list of own records, and nobody writes in them. `library`: `received` for what was
 * submitted, `guidance` for what guides. `sha256` is of `record.json`. `received_changes`: how the state of each came about.
 * Of packs written: all recipients (JSON of office ids; null before), and what the pack said.
 */
export default function received(db: Database): void {
  db.exec(`
    CREATE TABLE packs_received (
      number INTEGER PRIMARY KEY,
      pack_id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      sender_id TEXT NOT NULL,
      sender_name TEXT NOT NULL,
      sender_fingerprint TEXT NOT NULL,
      channel TEXT NOT NULL,
      epoch TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      previous_hash TEXT,
      hash TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      received_at INTEGER NOT NULL,
      file_name TEXT NOT NULL,
      highest_marking TEXT NOT NULL,
      contents TEXT NOT NULL,
      statement TEXT,
      audit_lines INTEGER,
      audit_hash TEXT,
      UNIQUE (channel, epoch, sequence)
    ) STRICT;
    CREATE INDEX packs_received_by_sender ON packs_received (sender_id, received_at);
    CREATE INDEX packs_received_by_time ON packs_received (received_at, number);

    CREATE TABLE channel_epochs (
      channel TEXT NOT NULL,
      epoch TEXT NOT NULL,
      first_seen_at INTEGER NOT NULL,
      confirmed_at INTEGER,
      PRIMARY KEY (channel, epoch)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE received_records (
      record_number INTEGER PRIMARY KEY REFERENCES records (number) ON DELETE CASCADE,
      library TEXT NOT NULL CHECK (library IN ('received', 'guidance')),
      sender_id TEXT NOT NULL,
      record_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      revision INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      pack_number INTEGER NOT NULL REFERENCES packs_received (number),
      received_at INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('received', 'accepted', 'returned', 'adopted')),
      state_at INTEGER NOT NULL,
      UNIQUE (sender_id, record_id)
    ) STRICT;
    CREATE INDEX received_records_by_state ON received_records (library, state, sender_id, kind, received_at);
    CREATE INDEX received_records_by_pack ON received_records (pack_number);

    CREATE TABLE received_changes (
      id INTEGER PRIMARY KEY,
      record_number INTEGER NOT NULL REFERENCES received_records (record_number) ON DELETE CASCADE,
      before TEXT,
      after TEXT NOT NULL,
      at INTEGER NOT NULL,
      who TEXT NOT NULL,
      note TEXT NOT NULL DEFAULT '',
      pack_id TEXT
    ) STRICT;
    CREATE INDEX received_changes_by_record ON received_changes (record_number, id);

    ALTER TABLE packs_written ADD COLUMN recipients TEXT;
    ALTER TABLE packs_written ADD COLUMN statement TEXT;
  `);
}
