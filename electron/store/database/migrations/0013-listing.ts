import type { Database } from 'better-sqlite3';

/**
 * What lists show, sort, group and count by. `status` (null: it has none, as precedents) with its history in
 * `status_changes`, where `packs_written` makes the beginning: what a pack carried was submitted. `unread_records`: what came from
 * outside and nobody has opened; a table of its own, so that marking all of them touches no index of the records.
 * `completeness` is per cent; null for what has no end, as precedents.
 *
 * Each order of a list is an index that begins with `trashed_at` and ends with what lists are narrowed by, so that a page at any
 * depth is found without looking into the rows, which hold whole documents. The `first_…` columns take no room.
 */
export default function listing(db: Database): void {
  db.exec(`
    ALTER TABLE records ADD COLUMN status TEXT DEFAULT 'draft';
    ALTER TABLE records ADD COLUMN status_at INTEGER;
    ALTER TABLE records ADD COLUMN completeness INTEGER;
    ALTER TABLE records ADD COLUMN first_charge TEXT AS (CASE WHEN json_valid(fields) THEN json_extract(fields, '$.charges[0]') END) VIRTUAL;
    ALTER TABLE records ADD COLUMN first_function TEXT AS (CASE WHEN json_valid(fields) THEN json_extract(fields, '$.functions[0]') END) VIRTUAL;
    ALTER TABLE records ADD COLUMN first_right TEXT AS (CASE WHEN json_valid(fields) THEN json_extract(fields, '$.rightTypes[0]') END) VIRTUAL;
    ALTER TABLE records ADD COLUMN region TEXT AS (CASE WHEN json_valid(fields) THEN json_extract(fields, '$.region') END) VIRTUAL;
    ALTER TABLE records ADD COLUMN first_number TEXT AS (CASE WHEN json_valid(case_numbers) THEN json_extract(case_numbers, '$[0]') END) VIRTUAL;
    ALTER TABLE records ADD COLUMN first_tag TEXT AS (CASE WHEN json_valid(tags) THEN json_extract(tags, '$[0]') END) VIRTUAL;

    CREATE TABLE status_changes (
      id INTEGER PRIMARY KEY,
      record_number INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
      before TEXT NOT NULL,
      after TEXT NOT NULL,
      at INTEGER NOT NULL,
      who TEXT NOT NULL,
      pack_id TEXT
    ) STRICT;
    CREATE INDEX status_changes_by_record ON status_changes (record_number, id);
    CREATE INDEX status_changes_by_pack ON status_changes (pack_id) WHERE pack_id IS NOT NULL;

    CREATE TABLE unread_records (
      number INTEGER PRIMARY KEY REFERENCES records (number) ON DELETE CASCADE
    ) STRICT;

    UPDATE records SET status = NULL WHERE kind = 'precedent';
  `);
  submitWhatLeft(db);
  completeAll(db);
  db.exec(`
    DROP INDEX records_by_change;
    DROP INDEX records_by_kind;
    DROP INDEX records_by_title;
    DROP INDEX records_by_creation;
    CREATE INDEX records_by_change ON records (trashed_at, changed_at DESC, number DESC, kind, status);
    CREATE INDEX records_by_kind ON records (trashed_at, kind, changed_at DESC, number DESC, status);
    CREATE INDEX records_by_creation ON records (trashed_at, created_at, kind, number, status);
    CREATE INDEX records_by_title ON records (trashed_at, title_key, kind, number, status);
    CREATE INDEX records_by_status ON records (trashed_at, status, kind, number);
    CREATE INDEX records_by_charge ON records (trashed_at, first_charge, kind, number, status);
    CREATE INDEX records_by_function ON records (trashed_at, first_function, kind, number, status);
    CREATE INDEX records_by_right ON records (trashed_at, first_right, kind, number, status);
    CREATE INDEX records_by_region ON records (trashed_at, region, kind, number, status);
    CREATE INDEX records_by_case_number ON records (trashed_at, first_number, kind, number, status);
    CREATE INDEX records_by_length ON records (trashed_at, characters, kind, number, status);
    CREATE INDEX records_by_completeness ON records (trashed_at, completeness, kind, number, status);
    CREATE INDEX records_by_tag ON records (trashed_at, first_tag, kind, number, status);
  `);
}

function submitWhatLeft(db: Database): void {
  const packs = db
    .prepare('SELECT pack_id, created_at, contents FROM packs_written ORDER BY number')
    .all() as { pack_id: string; created_at: number; contents: string }[];
  const find = db.prepare<[string], { number: number; status: string }>(
    'SELECT number, status FROM records WHERE id = ? AND status IS NOT NULL',
  );
  const submit = db.prepare(
    "UPDATE records SET status = 'submitted', status_at = ? WHERE number = ?",
  );
  const note = db.prepare(
    `INSERT INTO status_changes (record_number, before, after, at, who, pack_id)
     VALUES (?, ?, 'submitted', ?, 'program', ?)`,
  );
  for (const pack of packs) {
    for (const { id } of JSON.parse(pack.contents) as { id: string }[]) {
      const record = find.get(id);
      if (record === undefined) continue;
      submit.run(pack.created_at, record.number);
      note.run(record.number, record.status, pack.created_at, pack.pack_id);
    }
  }
}

/** What a finished record had when this migration was written: sections, keywords, case numbers, needed fields. */
const cases = 'gist facts performance significance provisions keywords numbers';
const finished: Readonly<Record<string, string>> = {
  'typical-case': `${cases} functions rightTypes handlingProcuratorate marking`,
  'guiding-case-nomination': `${cases} functions rightTypes handlingProcuratorate prosecutor author marking`,
  'good-practice': 'background measures results conditions keywords handlingProcuratorate marking',
  'research-note': 'abstract problem causes views proposals references keywords author marking',
  'work-report': 'overview measures cases problems next dates handlingProcuratorate marking',
  'information-brief': 'event features suggestions keywords handlingProcuratorate marking',
};
const columns = ['keywords', 'numbers'];

type Row = {
  number: number;
  kind: string;
  keywords: string;
  numbers: string;
  fields: string;
  document: string;
};

function completeAll(db: Database): void {
  const read = db.prepare<[number], Row>(
    'SELECT number, kind, keywords, case_numbers AS numbers, fields, document FROM records WHERE number = ?',
  );
  const complete = db.prepare('UPDATE records SET completeness = ? WHERE number = ?');
  const numbers = db.prepare('SELECT number FROM records').pluck().all() as number[];
  for (const number of numbers) {
    const row = read.get(number);
    const names = row === undefined ? undefined : finished[row.kind];
    if (row !== undefined && names !== undefined) {
      complete.run(completenessOf(row, names.split(' ')), number);
    }
  }
}

function completenessOf(row: Row, names: readonly string[]): number | null {
  try {
    const document = JSON.parse(row.document) as {
      sections?: { id: string; heading: string; blocks: unknown }[];
    };
    const fields = JSON.parse(row.fields) as Record<string, unknown>;
    const sections = new Map(
      (document.sections ?? [])
        .filter(({ heading }) => heading !== '')
        .map(({ id, blocks }) => [id, /"text":"(?!\s*")/u.test(JSON.stringify(blocks))]),
    );
    const isDone = (name: string): boolean | undefined => {
      if (columns.includes(name)) return row[name as 'keywords' | 'numbers'] !== '[]';
      if (sections.has(name)) return sections.get(name);
      return isSection(name) ? undefined : Object.hasOwn(fields, name);
    };
    const checks = names.map(isDone).filter((check) => check !== undefined);
    return Math.round((100 * checks.filter(Boolean).length) / Math.max(1, checks.length));
  } catch {
    return null;
  }
}

/** A section that a document does not have is not asked of it. */
function isSection(name: string): boolean {
  return ![
    'functions',
    'rightTypes',
    'handlingProcuratorate',
    'prosecutor',
    'author',
    'marking',
    'dates',
  ].includes(name);
}
