import type { Database } from 'better-sqlite3';

/**
 * Workspace facts, records, attachment bytes in 1 MiB chunks under their SHA-256, and the audit trail. Times are
 * milliseconds since 1970 (UTC). `records.number` is the row id that the search index refers to.
 */
export default function foundation(db: Database): void {
  db.exec(`
    CREATE TABLE workspace_facts (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE records (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      keywords TEXT NOT NULL,
      case_numbers TEXT NOT NULL,
      document TEXT NOT NULL,
      characters INTEGER NOT NULL,
      opening TEXT NOT NULL,
      version INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      trashed_at INTEGER,
      source_name TEXT,
      source_hash TEXT
    ) STRICT;
    CREATE INDEX records_by_change ON records (trashed_at, changed_at DESC, number DESC);
    CREATE INDEX records_by_kind ON records (trashed_at, kind, changed_at DESC, number DESC);
    CREATE INDEX records_by_source ON records (source_hash, kind) WHERE source_hash IS NOT NULL;

    CREATE TABLE attachments (
      hash TEXT PRIMARY KEY,
      size_in_bytes INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE attachment_chunks (
      hash TEXT NOT NULL REFERENCES attachments (hash) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      bytes BLOB NOT NULL CHECK (length(bytes) <= 1048576),
      PRIMARY KEY (hash, position)
    ) STRICT;

    CREATE TABLE audit (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      action TEXT NOT NULL,
      subject TEXT NOT NULL,
      detail TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
    CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
  `);
}
