import type { Database } from 'better-sqlite3';

/**
 * What is said about records that others sent, and what others say about our own. `passage_comments`: remarks of this office on a
 * received record, by the words of its exported text; `receipt_id` is null until a receipt took it along. `told_change`: the last of
 * `received_changes` that a receipt told the sender. `packs_answered`: which receipt answered for a pack first; `receipts_written`: the
 * very bytes of each, to be given out again. `purged_records`: what its sender took back, and by the pack of which place in the
 * channel. `answers_taken`: what receipts said of packs written here (`record_id` null: of the pack alone; `comments` as JSON),
 * `is_late`: a later word was here already. `channels_seen`: how far the other office says it has come in our channels.
 * `trail_alarms`: what another office has heard of our trail or packs and is not what stands here. `messages`: questions and answers.
 */
export default function answers(db: Database): void {
  db.exec(`
    CREATE TABLE passage_comments (
      id TEXT PRIMARY KEY,
      record_number INTEGER NOT NULL REFERENCES received_records (record_number) ON DELETE CASCADE,
      revision INTEGER NOT NULL,
      section TEXT NOT NULL,
      passage TEXT NOT NULL,
      before TEXT NOT NULL,
      after TEXT NOT NULL,
      replacement TEXT,
      text TEXT NOT NULL,
      profile_id TEXT,
      name TEXT NOT NULL,
      at INTEGER NOT NULL,
      receipt_id TEXT
    ) STRICT;
    CREATE INDEX passage_comments_by_record ON passage_comments (record_number, at);

    ALTER TABLE received_records ADD COLUMN told_change INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE packs_answered (
      pack_number INTEGER PRIMARY KEY REFERENCES packs_received (number),
      receipt_id TEXT NOT NULL
    ) STRICT;

    CREATE TABLE receipts_written (
      pack_id TEXT PRIMARY KEY,
      office_id TEXT NOT NULL,
      file_name TEXT NOT NULL,
      at INTEGER NOT NULL,
      file BLOB NOT NULL
    ) STRICT;

    CREATE TABLE purged_records (
      sender_id TEXT NOT NULL,
      record_id TEXT NOT NULL,
      revision INTEGER NOT NULL,
      epoch TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      purged_at INTEGER NOT NULL,
      PRIMARY KEY (sender_id, record_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE answers_taken (
      id INTEGER PRIMARY KEY,
      office_id TEXT NOT NULL,
      office_name TEXT NOT NULL,
      pack_id TEXT NOT NULL,
      record_id TEXT,
      revision INTEGER,
      outcome TEXT,
      note TEXT NOT NULL,
      comments TEXT NOT NULL,
      receipt_id TEXT NOT NULL,
      epoch TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      at INTEGER NOT NULL,
      is_late INTEGER NOT NULL,
      read_at INTEGER
    ) STRICT;
    CREATE INDEX answers_taken_by_record ON answers_taken (record_id, id);
    CREATE INDEX answers_taken_by_pack ON answers_taken (pack_id, office_id);

    CREATE TABLE channels_seen (
      office_id TEXT NOT NULL,
      channel TEXT NOT NULL,
      epoch TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      hash TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (office_id, channel, epoch)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE trail_alarms (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('trail', 'channel')),
      office_id TEXT NOT NULL,
      office_name TEXT NOT NULL,
      subject TEXT NOT NULL,
      at INTEGER NOT NULL,
      dismissed_at INTEGER,
      UNIQUE (kind, office_id, subject)
    ) STRICT;

    CREATE TABLE messages (
      number INTEGER PRIMARY KEY,
      message_id TEXT NOT NULL,
      thread_id TEXT NOT NULL,
      in_reply_to TEXT,
      office_id TEXT NOT NULL,
      office_name TEXT NOT NULL,
      is_own INTEGER NOT NULL,
      about_sender TEXT,
      about_record TEXT,
      text TEXT NOT NULL,
      name TEXT NOT NULL,
      pack_id TEXT NOT NULL,
      at INTEGER NOT NULL,
      read_at INTEGER,
      UNIQUE (office_id, is_own, message_id)
    ) STRICT;
    CREATE INDEX messages_by_thread ON messages (office_id, thread_id, number);
    CREATE INDEX messages_by_record ON messages (about_sender, about_record);
  `);
}
