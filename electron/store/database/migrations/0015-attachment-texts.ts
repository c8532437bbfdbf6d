import type { Database } from 'better-sqlite3';

/**
 * The text of attached contents, for search. A content that is not in `attachment_texts` waits to be read; both go when the
 * content goes. `version` is that of the reader. In `attachment_pages` only pages with text have a row; `page` is 0 where
 * a file has no pages. `attachment_index` is a contentless index of them under the same numbers, in tokens as those of
 * `search_body`.
 */
export default function attachmentTexts(db: Database): void {
  db.exec(`
    CREATE TABLE attachment_texts (
      hash TEXT PRIMARY KEY REFERENCES attachments (hash) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      state TEXT NOT NULL,
      blank_pages INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE attachment_pages (
      entry INTEGER PRIMARY KEY AUTOINCREMENT,
      hash TEXT NOT NULL REFERENCES attachment_texts (hash) ON DELETE CASCADE,
      page INTEGER NOT NULL,
      text TEXT NOT NULL,
      UNIQUE (hash, page)
    ) STRICT;
    CREATE VIRTUAL TABLE attachment_index USING fts5 (
      text, forms,
      content='', contentless_delete=1, detail=full, tokenize='ascii'
    );
    INSERT INTO attachment_index (attachment_index, rank)
      VALUES ('automerge', 8), ('crisismerge', 64), ('pgsz', 4016);
    CREATE TRIGGER attachment_index_follows AFTER DELETE ON attachment_pages
      BEGIN
        DELETE FROM attachment_index WHERE rowid = OLD.entry;
      END;
  `);
}
