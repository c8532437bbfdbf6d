import type { Database } from 'better-sqlite3';

/**
 * A provincial office forwards what its points sent. There: `original_files`, the files of a pack as its sender signed them, each a
 * stretch (`start`, `size`) of a content of the attachments' store; `given_opinions`, what the office says of a record, not sent yet;
 * `endorsements` and `endorsed_records`, what it forwarded with which words (`change_id`: the line of the record's way that this was, null
 * if it said something else by then). At the desk: `endorsed_packs`, the facts of the pack inside an endorsement; `record_opinions`, what was
 * said of a record, `told_change` as in `received_records` for an office that forwarded what came directly too.
 * Of `purged_records` the channel, and where the sender's trail stood: what came directly and what was forwarded are in two channels.
 * `original_sender`: who sent what a pack forwards. `word_of`: whose word a state is, if it was passed on.
 */
export default function endorsements(db: Database): void {
  db.exec(`
    CREATE TABLE original_files (
      pack_number INTEGER NOT NULL REFERENCES packs_received (number),
      path TEXT NOT NULL,
      hash TEXT NOT NULL REFERENCES attachments (hash),
      start INTEGER NOT NULL,
      size INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      checksum INTEGER NOT NULL,
      PRIMARY KEY (pack_number, path)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX original_files_by_hash ON original_files (hash);

    CREATE TABLE given_opinions (
      record_number INTEGER PRIMARY KEY REFERENCES received_records (record_number) ON DELETE CASCADE,
      revision INTEGER NOT NULL,
      opinion TEXT NOT NULL CHECK (opinion IN ('recommended', 'not-recommended')),
      text TEXT NOT NULL,
      who TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE endorsements (
      pack_id TEXT PRIMARY KEY,
      original_number INTEGER NOT NULL REFERENCES packs_received (number),
      office_name TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX endorsements_by_original ON endorsements (original_number, at);

    CREATE TABLE endorsed_records (
      pack_id TEXT NOT NULL REFERENCES endorsements (pack_id) ON DELETE CASCADE,
      sender_id TEXT NOT NULL,
      record_id TEXT NOT NULL,
      revision INTEGER NOT NULL,
      opinion TEXT NOT NULL,
      text TEXT NOT NULL,
      change_id INTEGER,
      PRIMARY KEY (pack_id, record_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX endorsed_records_by_record ON endorsed_records (sender_id, record_id);

    CREATE TABLE endorsed_packs (
      pack_number INTEGER PRIMARY KEY REFERENCES packs_received (number),
      pack_id TEXT NOT NULL,
      hash TEXT NOT NULL,
      kind TEXT NOT NULL,
      sender_id TEXT NOT NULL,
      sender_fingerprint TEXT NOT NULL,
      channel TEXT NOT NULL,
      epoch TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      previous_hash TEXT,
      audit_lines INTEGER,
      created_at INTEGER NOT NULL,
      statement TEXT
    ) STRICT;
    CREATE INDEX endorsed_packs_by_place ON endorsed_packs (channel, epoch, sequence);
    CREATE INDEX endorsed_packs_by_sender ON endorsed_packs (sender_id, epoch);
    CREATE INDEX endorsed_packs_by_id ON endorsed_packs (pack_id);

    CREATE TABLE record_opinions (
      record_number INTEGER NOT NULL REFERENCES received_records (record_number) ON DELETE CASCADE,
      pack_number INTEGER NOT NULL REFERENCES packs_received (number),
      revision INTEGER NOT NULL,
      opinion TEXT NOT NULL,
      text TEXT NOT NULL,
      told_change INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (record_number, pack_number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX record_opinions_by_pack ON record_opinions (pack_number);

    ALTER TABLE purged_records ADD COLUMN channel TEXT NOT NULL DEFAULT '';
    ALTER TABLE purged_records ADD COLUMN audit_lines INTEGER;
    ALTER TABLE packs_received ADD COLUMN original_sender TEXT;
    ALTER TABLE received_changes ADD COLUMN word_of TEXT;
    ALTER TABLE answers_taken ADD COLUMN word_of TEXT;
  `);
}
