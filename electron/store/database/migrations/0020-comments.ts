import type { Database } from 'better-sqlite3';

/**
 * Review comments: threads on passages of a record, and what was said and decided in each. They are known by ids that are the same
 * on every computer. `passage` is what the text was when the thread began; where it is now, the text's own marks say.
 * `profile_id` may be somebody of another workspace, so it is no reference. `at`: milliseconds since 1970.
 */
export default function comments(db: Database): void {
  db.exec(`
    CREATE TABLE comment_threads (
      id TEXT PRIMARY KEY,
      record_number INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      passage TEXT NOT NULL,
      replacement TEXT,
      revision INTEGER NOT NULL,
      at INTEGER NOT NULL,
      profile_id TEXT,
      name TEXT
    ) STRICT;
    CREATE INDEX comment_threads_by_record ON comment_threads (record_number);
    CREATE TABLE comment_entries (
      id TEXT PRIMARY KEY,
      thread_id TEXT NOT NULL REFERENCES comment_threads (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('said', 'resolved', 'reopened', 'accepted', 'rejected')),
      text TEXT NOT NULL,
      at INTEGER NOT NULL,
      profile_id TEXT,
      name TEXT
    ) STRICT;
    CREATE INDEX comment_entries_by_thread ON comment_entries (thread_id);
  `);
}
