import type { Database } from 'better-sqlite3';

/**
 * The workspace's own keys (retired ones stay, to read old packs), the epochs of its numbering, the cards of enrolled
 * offices (superseded ones stay, as evidence of what was compared), the last number of each channel, and the packs written.
 * Times are milliseconds since 1970 (UTC). Keys are raw bytes, but for age's own text forms.
 */
export default function packs(db: Database): void {
  db.exec(`
    CREATE TABLE own_keys (
      number INTEGER PRIMARY KEY,
      card_version INTEGER NOT NULL UNIQUE,
      signing_secret BLOB NOT NULL CHECK (length(signing_secret) = 32),
      signing_public BLOB NOT NULL CHECK (length(signing_public) = 32),
      signing_key_id BLOB NOT NULL CHECK (length(signing_key_id) = 8),
      age_identity TEXT NOT NULL,
      age_recipient TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      retired_at INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX own_keys_in_use ON own_keys ((1)) WHERE retired_at IS NULL;

    CREATE TABLE epochs (
      number INTEGER PRIMARY KEY,
      epoch TEXT NOT NULL UNIQUE,
      started_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE office_cards (
      fingerprint TEXT PRIMARY KEY,
      office_id TEXT NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      card_version INTEGER NOT NULL,
      card TEXT NOT NULL,
      signing_public BLOB NOT NULL CHECK (length(signing_public) = 32),
      signing_key_id BLOB NOT NULL CHECK (length(signing_key_id) = 8),
      age_recipient TEXT NOT NULL,
      enrolled_at INTEGER NOT NULL,
      superseded_at INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX office_cards_current ON office_cards (office_id) WHERE superseded_at IS NULL;
    CREATE UNIQUE INDEX office_cards_versions ON office_cards (office_id, card_version);

    CREATE TABLE channels (
      channel TEXT NOT NULL,
      epoch TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      previous_hash TEXT NOT NULL,
      PRIMARY KEY (channel, epoch)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE packs_written (
      number INTEGER PRIMARY KEY,
      pack_id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      recipient_id TEXT NOT NULL,
      recipient_name TEXT NOT NULL,
      channel TEXT NOT NULL,
      epoch TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      previous_hash TEXT,
      hash TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      file_name TEXT NOT NULL,
      contents TEXT NOT NULL,
      UNIQUE (channel, epoch, sequence)
    ) STRICT;
  `);
}
