import type { Database } from 'better-sqlite3';

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu;

/**
 * Which packs written here name a record, in their contents or in what they say: the window asks for every record that is opened, and
 * would read all packs for it. Other ids in what a pack says stand here too and are asked for by nobody.
 */
export default function packsOfRecords(db: Database): void {
  db.exec(`
    CREATE TABLE packs_of_records (
      record_id TEXT NOT NULL,
      pack_number INTEGER NOT NULL REFERENCES packs_written (number) ON DELETE CASCADE,
      PRIMARY KEY (record_id, pack_number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX packs_of_records_by_pack ON packs_of_records (pack_number);
  `);
  const note = db.prepare('INSERT OR IGNORE INTO packs_of_records VALUES (?, ?)');
  const rows = db.prepare('SELECT number, contents, statement FROM packs_written').iterate();
  const named = [...rows].map(
    (row) => row as { number: number; contents: string; statement: string | null },
  );
  for (const { number, contents, statement } of named) {
    for (const [id] of `${contents} ${statement ?? ''}`.matchAll(ID)) note.run(id, number);
  }
}
