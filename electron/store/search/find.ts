import type { Database } from 'better-sqlite3';
import type { SearchAnswer, SearchHit } from '../../../shared/contract/search.ts';
import type { RecordKind } from '../../../shared/contract/records.ts';
import { isIndexComplete } from './completeness.ts';
import { describeHit, type FoundRow } from './describe-hit.ts';
import { parseQuery } from './parse-query.ts';

export type FindRequest = {
  query: string;
  kinds: readonly RecordKind[];
  offset: number;
  limit: number;
  exact: boolean;
};

/** Up to here totals are exact and the first tier is ranked. */
const countedExactly = 1000;
/** How much a hit in the title, the keywords, the case numbers and an identifier's other form weighs. */
const weights = '10.0, 6.0, 8.0, 4.0';
const newestFirst = 'rowid DESC';

type Wanted = { match: string; kinds: readonly RecordKind[] };

const rowOfEntry = `
  SELECT id, r.kind, title, keywords, case_numbers AS caseNumbers, document, changed_at AS changedAt
  FROM search_entries JOIN records r ON number = record WHERE entry = ?`;

/** Answers `search.find`. */
export function find(db: Database, request: FindRequest): SearchAnswer {
  const query = parseQuery(request.query);
  if (query === null) return { total: 0, isExact: true, hits: [], terms: [] };
  const wanted = { match: query.match, kinds: request.kinds };
  const end = request.offset + request.limit;
  const first = findInMeta(db, wanted, Math.max(countedExactly, end));
  // The body has what the first tier has, so its matches are all there are.
  const most = Math.max(countedExactly + 1, end + first.length);
  const all = matches(db, 'search_body', wanted, newestFirst, most);
  const inFirst = new Set(first);
  const page = [...first, ...all.filter((entry) => !inFirst.has(entry))].slice(request.offset, end);
  const marks = query.whole === null ? query.terms : [...query.terms, query.whole];
  const readRow = db.prepare(rowOfEntry);
  const hits = page.flatMap((entry) => {
    const row = readRow.get(entry) as FoundRow | undefined;
    const tier: SearchHit['tier'] = inFirst.has(entry) ? 'meta' : 'body';
    const hit = row && describeHit(row, marks, query.whole !== null, tier);
    return hit ? [hit] : [];
  });
  const wasCut = all.length >= most;
  const total = wasCut && request.exact ? count(db, wanted) : all.length;
  return {
    total: (wasCut && !request.exact ? countedExactly : total) - (page.length - hits.length),
    isExact: (!wasCut || request.exact) && isIndexComplete(db),
    hits,
    terms: marks,
  };
}

/** Ranked when there are few, else the newest first: ranking costs as much as there are matches. */
function findInMeta(db: Database, wanted: Wanted, most: number): number[] {
  const newest = matches(db, 'search_meta', wanted, newestFirst, most);
  if (newest.length < 2 || newest.length >= countedExactly) return newest;
  const ranked = `bm25(search_meta, ${weights}), search_meta.rowid DESC`;
  return matches(db, 'search_meta', wanted, ranked, most);
}

/** Entry numbers. */
function matches(
  db: Database,
  table: 'search_meta' | 'search_body',
  wanted: Wanted,
  order: string,
  most: number,
): number[] {
  const by = order === newestFirst ? `${table}.${newestFirst}` : order;
  return db
    .prepare(`SELECT entry ${from(table, wanted)} ORDER BY ${by} LIMIT @most`)
    .pluck()
    .all({ match: wanted.match, kinds: JSON.stringify(wanted.kinds), most }) as number[];
}

function count(db: Database, wanted: Wanted): number {
  return db
    .prepare(`SELECT count(*) ${from('search_body', wanted)}`)
    .pluck()
    .get({ match: wanted.match, kinds: JSON.stringify(wanted.kinds) }) as number;
}

/** CROSS JOIN keeps the full-text table outside, where it delivers its rows in order and can stop early. */
function from(table: 'search_meta' | 'search_body', wanted: Wanted): string {
  const kinds =
    wanted.kinds.length === 0 ? '' : 'AND kind IN (SELECT value FROM json_each(@kinds))';
  return `FROM ${table} CROSS JOIN search_entries ON entry = ${table}.rowid
    WHERE ${table} MATCH @match AND is_trashed = 0 ${kinds}`;
}
