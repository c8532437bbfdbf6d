import type { Database } from 'better-sqlite3';

/**
 * What a search for precedents looked for, found and made of it. `found` is the id of a record that may be gone by now: what was
 * judged stays, with the title it had. A hit is in `precedent_finds` once for each search that finds it. Queries may hold real
 * names: like the table of parties, these are in no index and in no pack, and go with their record.
 */
export default function precedentReports(db: Database): void {
  db.exec(`
    CREATE TABLE precedent_reports (
      report_number INTEGER PRIMARY KEY REFERENCES records (number) ON DELETE CASCADE,
      matter_number INTEGER REFERENCES records (number) ON DELETE SET NULL,
      has_run INTEGER NOT NULL DEFAULT 0,
      written_at INTEGER,
      written_hash BLOB
    ) STRICT;
    CREATE INDEX precedent_reports_by_matter ON precedent_reports (matter_number);
    CREATE TABLE precedent_searches (
      id TEXT PRIMARY KEY,
      report_number INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      place INTEGER NOT NULL,
      purpose TEXT NOT NULL,
      query TEXT NOT NULL,
      kinds TEXT NOT NULL,
      ran_at INTEGER,
      total INTEGER NOT NULL DEFAULT 0,
      is_exact INTEGER NOT NULL DEFAULT 1,
      searched INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX precedent_searches_by_report ON precedent_searches (report_number, place);
    CREATE TABLE precedent_hits (
      report_number INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      found TEXT NOT NULL,
      place INTEGER NOT NULL,
      title TEXT NOT NULL,
      kind TEXT NOT NULL,
      case_numbers TEXT NOT NULL,
      origin TEXT,
      office TEXT NOT NULL,
      is_new INTEGER NOT NULL,
      seen_hash BLOB NOT NULL,
      judged_hash BLOB,
      verdict TEXT,
      note TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (report_number, found)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE precedent_finds (
      search TEXT NOT NULL REFERENCES precedent_searches (id) ON DELETE CASCADE,
      found TEXT NOT NULL,
      PRIMARY KEY (search, found)
    ) STRICT, WITHOUT ROWID;
  `);
}
