import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { RecordId, records, RecordSummary } from '../../../shared/contract/records.ts';
import { untilWritten } from '../database/until-written.ts';
import { conditionOf, type Condition } from './list-condition.ts';
import { orderOf, type ListOrder } from './list-order.ts';
import { SUMMARY_COLUMNS, summaryOf, type SummaryRow } from './record-row.ts';

type List = (typeof records)['records.list'];
type Stretch = ListOrder & { limit: number; offset: number };

/** One page. The rows are found in indexes alone and only those of the page are read: each row holds a whole document. */
export function listRecords(db: Database, input: InputOf<List>): OutputOf<List> {
  const condition = conditionOf(input);
  const items = readSummaries(db, findNumbers(db, condition, input));
  return { items, offset: input.offset, total: countOf(db, condition, input) };
}

/** How many others sent is known without looking at a hundred thousand records; none of it lies in the trash. */
function countOf(db: Database, condition: Condition, input: InputOf<List>): number {
  const { kinds, library, trashed, where, words } = input;
  const isNarrowed = kinds.length > 0 || where.length > 0 || words.trim() !== '';
  if (library === 'own' || trashed || isNarrowed) return countRows(db, condition);
  return db
    .prepare('SELECT count(*) FROM received_records WHERE library = ?')
    .pluck()
    .get(library) as number;
}

export function countRows(db: Database, { sql, values }: Condition): number {
  return untilWritten(
    db,
    JSON.stringify(['count', sql, values]),
    () =>
      db
        .prepare(`SELECT count(*) FROM records WHERE ${sql}`)
        .pluck()
        .get(...values) as number,
  );
}

/**
 * The numbers of the records of a stretch, by the index of the order. What lies in the trash is little and stands under many
 * times: there SQLite sorts, as it does for what is known not to be many.
 */
export function findNumbers(
  db: Database,
  { sql, values }: Condition,
  { limit, offset, order, isDescending }: Stretch,
  isMany = true,
): number[] {
  const { by, index } = orderOf({ order, isDescending });
  const hint = isMany && sql.startsWith('trashed_at IS NULL') ? `INDEXED BY ${index}` : '';
  return db
    .prepare(`SELECT number FROM records ${hint} WHERE ${sql} ORDER BY ${by} LIMIT ? OFFSET ?`)
    .pluck()
    .all(...values, limit, offset) as number[];
}

export function readSummaries(db: Database, numbers: readonly number[]): RecordSummary[] {
  const read = db.prepare(`SELECT ${SUMMARY_COLUMNS} FROM records WHERE number = ?`);
  return numbers.map((number) => summaryOf(read.get(number) as SummaryRow));
}

/** See `records.summaries`. */
export function summariesOf(
  db: Database,
  ids: readonly RecordId[],
): OutputOf<(typeof records)['records.summaries']> {
  const read = db.prepare(`SELECT ${SUMMARY_COLUMNS} FROM records WHERE id = ?`);
  const rows = ids.map((id) => read.get(id) as SummaryRow | undefined);
  return { items: rows.filter((row) => row !== undefined).map(summaryOf) };
}
