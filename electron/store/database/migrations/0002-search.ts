import type { Database } from 'better-sqlite3';

/**
 * The search index: two contentless full-text tables over the same row ids. `search_entries` says which record a row
 * is about; an entry number is never used twice and grows with every change, so the highest is the newest. `digest`
 * is taken of what was indexed, for checking. A record in the trash keeps its entry and is passed over.
 *
 * Both tables get text that is already in tokens, separated by blanks. Most merging is for idle time
 * (`search.tidy`), so that a save waits little: hence `automerge` and `crisismerge` above the usual 4 and 16.
 * Encryption takes 32 bytes of every page of 4,096, and FTS5's usual pieces of 4,050 would spill into a second page,
 * hence `pgsz`.
 */
export default function search(db: Database): void {
  db.exec(`
    CREATE TABLE search_entries (
      entry INTEGER PRIMARY KEY AUTOINCREMENT,
      record INTEGER NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      is_trashed INTEGER NOT NULL CHECK (is_trashed IN (0, 1)),
      digest BLOB NOT NULL
    ) STRICT;

    CREATE VIRTUAL TABLE search_meta USING fts5 (
      title, keywords, case_numbers, forms,
      content='', contentless_delete=1, detail=full, tokenize='ascii'
    );
    CREATE VIRTUAL TABLE search_body USING fts5 (
      text, forms,
      content='', contentless_delete=1, detail=full, tokenize='ascii'
    );
    INSERT INTO search_meta (search_meta, rank)
      VALUES ('automerge', 8), ('crisismerge', 64), ('pgsz', 4016);
    INSERT INTO search_body (search_body, rank)
      VALUES ('automerge', 8), ('crisismerge', 64), ('pgsz', 4016);

    CREATE TRIGGER search_follows_trash AFTER UPDATE OF trashed_at ON records
      WHEN (OLD.trashed_at IS NULL) <> (NEW.trashed_at IS NULL)
      BEGIN
        UPDATE search_entries SET is_trashed = NEW.trashed_at IS NOT NULL WHERE record = NEW.number;
      END;
    CREATE TRIGGER search_follows_deletion AFTER DELETE ON records
      BEGIN
        DELETE FROM search_meta WHERE rowid IN (SELECT entry FROM search_entries WHERE record = OLD.number);
        DELETE FROM search_body WHERE rowid IN (SELECT entry FROM search_entries WHERE record = OLD.number);
        DELETE FROM search_entries WHERE record = OLD.number;
      END;
  `);
}
