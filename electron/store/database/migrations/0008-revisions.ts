import type { Database } from 'better-sqlite3';

/**
 * History. `records.version` counted saves and was shown as if it numbered what is kept: it is `saves` now, and `revision` is
 * the number of the latest revision kept. A record with `saves <> kept_saves` was changed since. What was exported so far bore the
 * count of saves as its revision; revisions of such records are numbered from there on, so that no number means two texts.
 *
 * A revision is what a record was, as canonical JSON (`hash` is its SHA-256), packed (`body`), alone or as the difference to the
 * row `base`, which is again alone (`depth` 1) or the difference to one that is (`depth` 2). It never changes. `base` and
 * `origin` are no foreign keys, since whole histories come and go together and looking for children would make that slow.
 * `origin` (`revision_origins`) is null but for revisions that came from another record when histories were joined.
 * `revision_attachments`: what the documents of the kept revisions show, which is therefore not deleted.
 */
export default function revisions(db: Database): void {
  db.exec(`
    ALTER TABLE records RENAME COLUMN version TO saves;
    ALTER TABLE records ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE records ADD COLUMN kept_saves INTEGER NOT NULL DEFAULT 1;
    UPDATE records SET kept_saves = saves, revision = CASE WHEN saves > 1 THEN saves ELSE 0 END;
    CREATE INDEX records_unkept ON records (number) WHERE saves <> kept_saves;

    CREATE TABLE revisions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      record_number INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      origin INTEGER,
      number INTEGER NOT NULL,
      written_at INTEGER NOT NULL,
      reason TEXT NOT NULL,
      name TEXT,
      restored_from INTEGER,
      characters INTEGER NOT NULL,
      added INTEGER NOT NULL,
      removed INTEGER NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      depth INTEGER NOT NULL CHECK (depth BETWEEN 0 AND 2),
      base INTEGER CHECK ((base IS NULL) = (depth = 0)),
      body BLOB NOT NULL
    ) STRICT;
    CREATE INDEX revisions_by_time ON revisions (record_number, written_at DESC, id DESC);
    CREATE UNIQUE INDEX revisions_by_number ON revisions (record_number, ifnull(origin, 0), number);
    CREATE TRIGGER revisions_are_frozen
      BEFORE UPDATE OF number, written_at, reason, restored_from, characters, hash, depth, base, body ON revisions
      BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;

    CREATE TABLE revision_origins (
      id INTEGER PRIMARY KEY,
      record_number INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      record_id TEXT NOT NULL,
      title TEXT NOT NULL,
      joined_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX revision_origins_by_record ON revision_origins (record_number);
    CREATE INDEX revision_origins_by_origin ON revision_origins (record_id);

    CREATE TABLE revision_attachments (
      attachment_id TEXT NOT NULL,
      record_number INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      PRIMARY KEY (attachment_id, record_number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX revision_attachments_by_record ON revision_attachments (record_number);

    CREATE TABLE revision_packs (
      revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
      pack_id TEXT NOT NULL REFERENCES packs_written (pack_id) ON DELETE CASCADE,
      PRIMARY KEY (revision_id, pack_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX revision_packs_by_pack ON revision_packs (pack_id);
  `);
  renameInPacks(db);
}

function renameInPacks(db: Database): void {
  const rows = db.prepare('SELECT number, contents FROM packs_written').all() as {
    number: number;
    contents: string;
  }[];
  const store = db.prepare('UPDATE packs_written SET contents = ? WHERE number = ?');
  for (const { number, contents } of rows) {
    const records = JSON.parse(contents) as Record<string, unknown>[];
    const renamed = records.map(({ version, ...others }) => ({ ...others, revision: version }));
    store.run(JSON.stringify(renamed), number);
  }
}
