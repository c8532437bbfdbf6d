import type { Database } from 'better-sqlite3';

/**
 * Fields beside the text (`fields`, JSON of what is filled in) and tags; `record_marks` says which record has which code or
 * tag, so that lists can be filtered; `own_codes` are the entries that the workspace added to code lists.
 *
 * `title_key` sorts titles by pronunciation: each Han character is replaced by the one that stands at its rank in the
 * order of the runtime's Chinese collation, so that plain comparison of bytes sorts them. The new indexes end in `kind`
 * for lists of some kinds to be counted and sorted without looking at the rows, which hold whole documents.
 */
export default function fields(db: Database): void {
  db.exec(`
    ALTER TABLE records ADD COLUMN fields TEXT NOT NULL DEFAULT '{}';
    ALTER TABLE records ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE records ADD COLUMN title_key TEXT NOT NULL DEFAULT '';

    CREATE TABLE record_marks (
      list TEXT NOT NULL,
      code TEXT NOT NULL,
      number INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      PRIMARY KEY (list, code, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX record_marks_by_record ON record_marks (number);

    CREATE TABLE own_codes (
      list TEXT NOT NULL,
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      added_at INTEGER NOT NULL,
      PRIMARY KEY (list, code)
    ) STRICT, WITHOUT ROWID;
  `);
  fillTitleKeys(db);
  db.exec(`
    CREATE INDEX records_by_title ON records (trashed_at, title_key, kind);
    CREATE INDEX records_by_creation ON records (trashed_at, created_at, kind);
  `);
}

function fillTitleKeys(db: Database): void {
  const rows = db.prepare('SELECT number, title FROM records').all() as {
    number: number;
    title: string;
  }[];
  if (rows.length === 0) return;
  const keys = new Map<string, string>();
  const first = 0x4e00;
  Array.from({ length: 0x9fff - first + 1 }, (_, at) => String.fromCodePoint(first + at))
    .toSorted(new Intl.Collator('zh-CN').compare)
    .forEach((character, rank) => keys.set(character, String.fromCodePoint(first + rank)));
  const fill = db.prepare('UPDATE records SET title_key = ? WHERE number = ?');
  for (const { number, title } of rows) {
    const characters = Array.from(title.normalize('NFKC').toLowerCase()).slice(0, 60);
    fill.run(characters.map((character) => keys.get(character) ?? character).join(''), number);
  }
}
