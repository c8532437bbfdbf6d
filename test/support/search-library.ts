import type { Database } from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { find, type FindRequest } from '../../electron/store/search/find.ts';
import { indexRecord } from '../../electron/store/search/index-record.ts';
import type { SearchableRecord } from '../../electron/store/search/searchable.ts';
import type { RecordKind } from '../../shared/contract/records.ts';
import type { SearchAnswer, SnippetPiece } from '../../shared/contract/search.ts';
import { paragraphsOf, sectionText } from '../../shared/document/tree.ts';
import { fold } from '../../shared/text/fold.ts';
import { migrations } from '../../electron/store/database/migrations/index.ts';
import { databaseAt } from './migrated-database.ts';

export type Draft = {
  title?: string;
  keywords?: string[];
  caseNumbers?: string[];
  /** Heading and text. */
  sections?: readonly (readonly [string, string])[];
};

export function recordOf(draft: Draft): SearchableRecord {
  return {
    title: draft.title ?? '无题',
    keywords: draft.keywords ?? [],
    caseNumbers: draft.caseNumbers ?? [],
    document: {
      version: 2,
      sections: (draft.sections ?? []).map(([heading, text], index) => ({
        id: `part-${index}`,
        heading,
        blocks: paragraphsOf(text),
      })),
    },
  };
}

/** Records in a real encrypted database, indexed as the records' own code does it. */
export type SearchLibrary = {
  db: Database;
  /** Answers the record's number. */
  add(draft: Draft, kind?: RecordKind): number;
  edit(number: number, draft: Draft): void;
  trash(number: number): void;
  restore(number: number): void;
  remove(number: number): void;
  find(query: string, options?: Partial<FindRequest>): SearchAnswer;
  /** Numbers of all records found, lowest first. */
  numbersFor(query: string): number[];
  numberOf(id: string): number;
  close(): void;
};

export function openSearchLibrary(): SearchLibrary {
  const { db, cleanUp } = databaseAt(migrations.length);
  const idOf = new Map<string, number>();
  let now = 0;
  const library: SearchLibrary = {
    db,
    add(draft, kind = 'typical-case') {
      const record = recordOf(draft);
      const id = randomUUID();
      const number = db.transaction(() => {
        const { lastInsertRowid } = db
          .prepare(
            `INSERT INTO records (id, kind, title, keywords, case_numbers, document, characters, opening, saves,
               created_at, changed_at) VALUES (?, ?, '', '', '', '', 0, '', 1, 0, 0)`,
          )
          .run(id, kind);
        store(Number(lastInsertRowid), record);
        return Number(lastInsertRowid);
      })();
      idOf.set(id, number);
      return number;
    },
    edit: (number, draft) => db.transaction(() => store(number, recordOf(draft)))(),
    trash: (number) => void setTrashed.run(1, number),
    restore: (number) => void setTrashed.run(null, number),
    remove: (number) => void db.prepare('DELETE FROM records WHERE number = ?').run(number),
    find: (query, options = {}) =>
      find(db, { query, kinds: [], offset: 0, limit: 20, exact: false, ...options }),
    numbersFor: (query) =>
      library
        .find(query, { limit: 500 })
        .hits.map(({ id }) => library.numberOf(id))
        .toSorted((one, other) => one - other),
    numberOf: (id) => idOf.get(id) ?? 0,
    close: cleanUp,
  };
  const setTrashed = db.prepare('UPDATE records SET trashed_at = ? WHERE number = ?');
  function store(number: number, record: SearchableRecord): void {
    db.prepare(
      'UPDATE records SET title = ?, keywords = ?, case_numbers = ?, document = ?, changed_at = ? WHERE number = ?',
    ).run(
      record.title,
      JSON.stringify(record.keywords),
      JSON.stringify(record.caseNumbers),
      JSON.stringify(record.document),
      (now += 1),
      number,
    );
    indexRecord(db, { ...record, number });
  }
  return library;
}

/** What a scan reads of a record: each stretch by itself. */
export function stretchesOf(record: SearchableRecord): string[] {
  return [
    record.title,
    ...record.keywords,
    ...record.caseNumbers,
    ...record.document.sections.flatMap((section) => [section.heading, sectionText(section)]),
  ];
}

const foldedStretches = new WeakMap<Draft, readonly string[]>();

/** The truth search is held to: every word of the folded query is in some stretch of the folded record. */
export function scan(records: ReadonlyMap<number, Draft>, query: string): number[] {
  const words = fold(query)
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}\p{M}\p{Co}]|[^\p{ASCII}\p{P}\p{Z}\p{C}]/u.test(word));
  if (words.length === 0) return [];
  return [...records]
    .filter(([, draft]) => {
      const stretches = foldedStretches.get(draft) ?? stretchesOf(recordOf(draft)).map(fold);
      foldedStretches.set(draft, stretches);
      return words.every((word) => stretches.some((stretch) => stretch.includes(word)));
    })
    .map(([number]) => number)
    .toSorted((one, other) => one - other);
}

/** A snippet as one line, what was found within ‹ ›. */
export function plainly(pieces: readonly SnippetPiece[]): string {
  return pieces.map(({ text, isHit }) => (isHit ? `‹${text}›` : text)).join('');
}
