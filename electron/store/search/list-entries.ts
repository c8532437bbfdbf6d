import type { Database } from 'better-sqlite3';
import type { SearchOrder } from '../../../shared/contract/search.ts';
import type { Plan } from './compile-query.ts';
import { COUNTED_EXACTLY, type Steps } from './steps.ts';

/** How much a hit in the title, the keywords, the case numbers and an identifier's other form weighs. */
const weights = '10.0, 6.0, 8.0, 4.0';
type Table = 'search_meta' | 'search_body';

/** Entry numbers of a plan, at most so many. */
export function listEntries(db: Database, plan: Plan, order: SearchOrder, most: number): number[] {
  if (order === 'title') return listByTitle(db, plan, most);
  const direction = order === 'oldest' ? 'ASC' : 'DESC';
  return entriesFrom(db, 'search_body', plan, `e.entry ${direction}`, most);
}

/** Ranked when there are few, else the newest first: ranking costs as much as there are matches. */
export function rankFirstTier(db: Database, plan: Plan, most: number): number[] {
  const newest = entriesFrom(db, 'search_meta', plan, 'e.entry DESC', most);
  if (newest.length < 2 || newest.length >= COUNTED_EXACTLY || plan.match === null) return newest;
  const ranked = `bm25(search_meta, ${weights}), search_meta.rowid DESC`;
  return entriesFrom(db, 'search_meta', plan, ranked, most);
}

function entriesFrom(
  db: Database,
  table: Table,
  plan: Plan,
  order: string,
  most: number,
): number[] {
  const { sql, values } = fromPlan(table, plan);
  // The full-text table delivers in the order of its row ids; of another column it would be sorted.
  const by = plan.match === null ? order : order.replace('e.entry', `${table}.rowid`);
  return db
    .prepare(`SELECT e.entry ${sql} ORDER BY ${by} LIMIT ?`)
    .pluck()
    .all(...values, most) as number[];
}

/** CROSS JOIN keeps the full-text table outside, where it delivers its rows in order and can stop early. */
function fromPlan(
  table: Table,
  { match, conditions }: Plan,
  more = '',
): { sql: string; values: unknown[] } {
  const tables =
    match === null
      ? 'FROM search_entries e WHERE'
      : `FROM ${table} CROSS JOIN search_entries e ON e.entry = ${table}.rowid WHERE ${table} MATCH ? AND`;
  const all = ['e.is_trashed = 0', ...conditions.map(({ sql }) => `(${sql})`)];
  return {
    sql: `${tables} ${all.join(' AND ')} ${more}`,
    values: [...(match === null ? [] : [match]), ...conditions.flatMap(({ values }) => values)],
  };
}

/** The index over titles leads, so that no row with its document is read. */
function listByTitle(db: Database, plan: Plan, most: number): number[] {
  const { sql, values } = fromPlan('search_body', plan);
  return db
    .prepare(
      `SELECT e.entry FROM records r INDEXED BY records_by_title CROSS JOIN search_entries e ON e.record = r.number
       WHERE r.trashed_at IS NULL AND +e.entry IN (SELECT e.entry ${sql})
       ORDER BY r.title_key, r.kind, r.number LIMIT ?`,
    )
    .pluck()
    .all(...values, most) as number[];
}

const countedAtOnce = 5000;

/** Every entry, a few thousand at a time, newest first. */
export function* eachRecord(
  db: Database,
  plan: Plan,
  most: number,
): Generator<number[], void, undefined> {
  let below = Number.MAX_SAFE_INTEGER;
  let left = most;
  while (left > 0) {
    const key = plan.match === null ? 'e.entry' : 'search_body.rowid';
    const { sql, values } = fromPlan('search_body', plan, `AND ${key} < ?`);
    const limit = Math.min(countedAtOnce, left);
    const rows = db
      .prepare(`SELECT e.entry, e.record ${sql} ORDER BY ${key} DESC LIMIT ?`)
      .raw()
      .all(...values, below, limit) as [number, number][];
    yield rows.map(([, record]) => record);
    left -= rows.length;
    below = rows.at(-1)?.[0] ?? 0;
    if (rows.length < limit) return;
  }
}

export function* countAll(db: Database, plan: Plan): Steps<number> {
  let total = 0;
  for (const records of eachRecord(db, plan, Number.MAX_SAFE_INTEGER)) {
    total += records.length;
    yield undefined;
  }
  return total;
}
