import type { Database } from 'better-sqlite3';

/**
 * `search_facets`: what the search index works out about a record to filter and count by (articles cited, years, the
 * procuratorate, where it came from); it goes with its record and is made anew with the index. `saved_searches`: the
 * question (JSON) and up to when its answers were seen. `search_history`: what was searched for, the latest time of each.
 * Records that are there already are not in the new index, so it is marked as incomplete until it is rebuilt.
 */
export default function finding(db: Database): void {
  db.exec(`
    CREATE TABLE search_facets (
      list TEXT NOT NULL,
      code TEXT NOT NULL,
      record INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      PRIMARY KEY (list, code, record)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX search_facets_by_record ON search_facets (record);

    CREATE TABLE saved_searches (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      question TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      seen_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE search_history (
      query TEXT PRIMARY KEY,
      searched_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX search_history_by_time ON search_history (searched_at DESC);

    INSERT OR REPLACE INTO workspace_facts (name, value)
      SELECT 'search-index', 'incomplete' WHERE EXISTS (SELECT 1 FROM records);
  `);
}
