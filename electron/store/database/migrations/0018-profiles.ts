import type { Database } from 'better-sqlite3';

/**
 * Who works here. `name` is null until one was given. A profile that was removed stays as a row: the trail and approvals name it. Each
 * has an approval key (Ed25519); `sealed` is its secret half under a key that only the profile's own passphrase opens.
 * `audit.who` is the id of the profile that sat here, and null for lines from before; where it is null, no line's hash covers it.
 */
export default function profiles(db: Database): void {
  db.exec(`
    CREATE TABLE profiles (
      id TEXT PRIMARY KEY,
      name TEXT,
      is_reviewer INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      removed_at INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX profiles_by_name ON profiles (name) WHERE removed_at IS NULL;

    CREATE TABLE approval_keys (
      number INTEGER PRIMARY KEY,
      profile_id TEXT NOT NULL REFERENCES profiles (id),
      public BLOB NOT NULL CHECK (length(public) = 32),
      sealed BLOB NOT NULL,
      created_at INTEGER NOT NULL,
      retired_at INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX approval_keys_in_use ON approval_keys (profile_id) WHERE retired_at IS NULL;

    ALTER TABLE audit ADD COLUMN who TEXT;
  `);
}
