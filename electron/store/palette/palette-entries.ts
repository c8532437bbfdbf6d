import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import { MOST_PALETTE_RECORDS, type palette } from '../../../shared/contract/palette.ts';
import type { RecordId, RecordKind } from '../../../shared/contract/records.ts';
import { templates } from '../../../shared/templates/index.ts';
import { soundsOf } from '../../../shared/text/sounds.ts';
import { inLibrary } from '../records/list-condition.ts';
import type { Steps } from '../search/steps.ts';

type Entries = (typeof palette)['palette.entries'];
type Row = {
  number: number;
  id: RecordId;
  kind: RecordKind;
  title: string;
  keywords: string;
  caseNumbers: string;
  tags: string;
};

const MOST_TAGS = 500;
/** Reading a title aloud takes about a tenth of a millisecond. */
const AT_ONCE = 150;

/** Titles are read aloud once while the store runs: asked again, only the new ones are. */
const known = new WeakMap<Database, Map<string, string>>();

/** Answers `palette.entries`. */
export function* paletteEntries(db: Database, input: InputOf<Entries>): Steps<OutputOf<Entries>> {
  const sounds = createSounds(db);
  const numbers = numbersOf(db);
  const read = db.prepare(
    'SELECT number, id, kind, title, keywords, case_numbers AS caseNumbers, tags FROM records WHERE number = ?',
  );
  const pseudonyms = pseudonymsOf(db, numbers);
  const records: OutputOf<Entries>['records'] = [];
  for (const number of numbers) {
    if (records.length % AT_ONCE === AT_ONCE - 1) yield undefined;
    const row = read.get(number) as Row | undefined;
    // Steps let other calls in between: it may be gone.
    if (row === undefined) continue;
    records.push({
      id: row.id,
      kind: row.kind,
      title: row.title,
      sounds: sounds.of(row.title),
      keywords: listOf(row.keywords),
      caseNumbers: listOf(row.caseNumbers),
      pseudonyms: pseudonyms.get(number) ?? [],
      tags: listOf(row.tags),
    });
  }
  yield undefined;
  const saved = db.prepare('SELECT id, name FROM saved_searches ORDER BY name').all() as {
    id: string;
    name: string;
  }[];
  const answer = {
    records,
    tags: tagsOf(db).map((tag) => ({ tag, sounds: sounds.of(tag) })),
    savedSearches: saved.map(({ id, name }) => ({ id, name, sounds: sounds.of(name) })),
    names: input.names.map((name) => sounds.of(name)),
  };
  sounds.keep();
  return answer;
}

/** One's own first, then precedents, each by the index of its kind. */
function numbersOf(db: Database): number[] {
  const kinds = Object.keys(templates) as RecordKind[];
  const latest = (some: readonly RecordKind[], most: number) =>
    db
      .prepare(
        `SELECT number FROM (${some
          .map(
            () => `SELECT * FROM (SELECT number, changed_at FROM records INDEXED BY records_by_kind
              WHERE trashed_at IS NULL AND kind = ? AND ${inLibrary('own')} ORDER BY changed_at DESC, number DESC LIMIT ?)`,
          )
          .join(' UNION ALL ')}) ORDER BY changed_at DESC, number DESC LIMIT ?`,
      )
      .pluck()
      .all(...some.flatMap((kind) => [kind, most]), most) as number[];
  const own = latest(
    kinds.filter((kind) => !templates[kind].isReadOnly),
    MOST_PALETTE_RECORDS,
  );
  const others = kinds.filter((kind) => templates[kind].isReadOnly);
  const left = MOST_PALETTE_RECORDS - own.length;
  return left === 0 ? own : [...own, ...latest(others, left)];
}

/** A pseudonym that somebody made the same as the name is no pseudonym. */
function pseudonymsOf(db: Database, numbers: readonly number[]): Map<number, string[]> {
  const rows = db
    .prepare(
      `SELECT record_number, pseudonym FROM parties
       WHERE record_number IN (SELECT value FROM json_each(?)) AND pseudonym <> '' AND pseudonym <> name`,
    )
    .raw()
    .all(JSON.stringify(numbers)) as [number, string][];
  const found = new Map<number, string[]>();
  for (const [number, pseudonym] of rows) {
    const those = found.get(number) ?? [];
    if (!those.includes(pseudonym)) found.set(number, [...those, pseudonym]);
  }
  return found;
}

function tagsOf(db: Database): string[] {
  return db
    .prepare(
      "SELECT code FROM record_marks WHERE list = 'tag' GROUP BY code ORDER BY count(*) DESC, code LIMIT ?",
    )
    .pluck()
    .all(MOST_TAGS) as string[];
}

function createSounds(db: Database) {
  const before = known.get(db) ?? new Map<string, string>();
  const now = new Map<string, string>();
  return {
    of(text: string): string {
      const sounds =
        before.get(text) ??
        soundsOf(text)
          .map((run) => run.map(({ syllable }) => syllable).join(' '))
          .join('|');
      now.set(text, sounds);
      return sounds;
    },
    /** What was not asked for this time is forgotten. */
    keep: () => void known.set(db, now),
  };
}

const listOf = (text: string) => (text === '' ? [] : (JSON.parse(text) as string[]));
