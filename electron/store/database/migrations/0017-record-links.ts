import type { Database } from 'better-sqlite3';

/**
 * Which record's document links to which: the way back of every link. A target may be gone, or never have been here, so it
 * is no reference; the rows of a source go with it.
 */
export default function recordLinks(db: Database): void {
  db.exec(`
    CREATE TABLE record_links (
      source INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      target TEXT NOT NULL,
      PRIMARY KEY (source, target)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX record_links_by_target ON record_links (target);
    INSERT OR IGNORE INTO record_links (source, target)
      SELECT records.number, json_extract(node.value, '$.recordId')
      FROM records, json_tree(records.document) AS node
      WHERE instr(records.document, '"record-link"') > 0
        AND node.type = 'object'
        AND json_extract(node.value, '$.type') = 'record-link';
  `);
}
