import type { Database } from 'better-sqlite3';

/**
 * Which guidance that came is about which record, as its sender names it: the window asks for every record that is opened, and would read
 * every pack of guidance for it. What was written here is found by `packs_of_records`.
 */
export default function guidanceAbout(db: Database): void {
  db.exec(`
    CREATE TABLE guidance_about (
      record_id TEXT NOT NULL,
      office_id TEXT NOT NULL,
      pack_number INTEGER NOT NULL REFERENCES packs_received (number) ON DELETE CASCADE,
      PRIMARY KEY (record_id, office_id, pack_number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX guidance_about_by_pack ON guidance_about (pack_number);
    INSERT OR IGNORE INTO guidance_about
    SELECT json_extract(one.value, '$.recordId'), json_extract(one.value, '$.officeId'), number
    FROM packs_received, json_each(statement, '$.regarding') AS one
    WHERE kind = 'guidance' AND statement IS NOT NULL;
  `);
}
