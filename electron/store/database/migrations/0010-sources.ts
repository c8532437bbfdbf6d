import type { Database } from 'better-sqlite3';

/**
 * The library of sources that texts cite. `item` is CSL-JSON as it came; the other columns are made of it, for lists to be
 * sorted, filtered and looked through, and for another entry of the same source to be recognised.
 *
 * `record_sources` says which record cites which source, be it there or not. It is kept by triggers, so that no way of
 * writing a document can forget it; `sourceId` is a member of citations alone, and the look for one first spares the
 * reading of all the documents that have none.
 */
export default function sources(db: Database): void {
  db.exec(`
    CREATE TABLE sources (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL,
      title TEXT NOT NULL,
      creators TEXT NOT NULL,
      year INTEGER,
      container TEXT NOT NULL,
      item TEXT NOT NULL,
      search_text TEXT NOT NULL,
      title_key TEXT NOT NULL,
      creator_key TEXT NOT NULL,
      twin_doi TEXT,
      twin_isbn TEXT,
      twin_title TEXT,
      version INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      trashed_at INTEGER,
      is_sample INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX sources_by_doi ON sources (twin_doi) WHERE twin_doi IS NOT NULL;
    CREATE INDEX sources_by_isbn ON sources (twin_isbn) WHERE twin_isbn IS NOT NULL;
    CREATE INDEX sources_by_twin_title ON sources (twin_title) WHERE twin_title IS NOT NULL;

    CREATE TABLE record_sources (
      record_number INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      source_id TEXT NOT NULL,
      PRIMARY KEY (record_number, source_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX record_sources_by_source ON record_sources (source_id);

    CREATE TRIGGER sources_of_new_record AFTER INSERT ON records
    WHEN instr(new.document, '"sourceId"') > 0
    BEGIN
      INSERT INTO record_sources (record_number, source_id)
      SELECT DISTINCT new.number, value FROM json_tree(new.document)
      WHERE key = 'sourceId' AND type = 'text';
    END;

    CREATE TRIGGER sources_of_changed_record AFTER UPDATE OF document ON records
    WHEN instr(new.document, '"sourceId"') > 0 OR instr(old.document, '"sourceId"') > 0
    BEGIN
      DELETE FROM record_sources WHERE record_number = new.number;
      INSERT INTO record_sources (record_number, source_id)
      SELECT DISTINCT new.number, value FROM json_tree(new.document)
      WHERE key = 'sourceId' AND type = 'text';
    END;

    INSERT INTO record_sources (record_number, source_id)
    SELECT DISTINCT records.number, tree.value FROM records, json_tree(records.document) AS tree
    WHERE instr(records.document, '"sourceId"') > 0 AND tree.key = 'sourceId' AND tree.type = 'text';
  `);
}
