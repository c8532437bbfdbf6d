import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { records, RecordSummary } from '../../../shared/contract/records.ts';
import { prepared } from '../database/prepared.ts';
import { conditionOf, type Condition } from './list-condition.ts';
import { orderOf, type ListOrder } from './list-order.ts';
import { SUMMARY_COLUMNS, summaryOf, type SummaryRow } from './record-row.ts';

type List = (typeof records)['records.list'];
type Stretch = ListOrder & { limit: number; offset: number };

/** One page. The rows are found in indexes alone and only those of the page are read: each row holds a whole document. */
export function listRecords(db: Database, input: InputOf<List>): OutputOf<List> {
  const condition = conditionOf(input);
  const items = readSummaries(db, findNumbers(db, condition, input));
  return { items, offset: input.offset, total: countRows(db, condition) };
}

export function countRows(db: Database, { sql, values }: Condition): number {
  return prepared(db, `SELECT count(*) FROM records WHERE ${sql}`)
    .pluck()
    .get(...values) as number;
}

/**
 * The numbers of the records of a stretch, by the index of the order. What lies in the trash is little and stands under many
 * times: there SQLite sorts.
 */
export function findNumbers(
  db: Database,
  { sql, values }: Condition,
  { limit, offset, ...order }: Stretch,
): number[] {
  const { by, index } = orderOf(order);
  const hint = sql.startsWith('trashed_at IS NULL') ? `INDEXED BY ${index}` : '';
  return prepared(
    db,
    `SELECT number FROM records ${hint} WHERE ${sql} ORDER BY ${by} LIMIT ? OFFSET ?`,
  )
    .pluck()
    .all(...values, limit, offset) as number[];
}

export function readSummaries(db: Database, numbers: readonly number[]): RecordSummary[] {
  const read = prepared(db, `SELECT ${SUMMARY_COLUMNS} FROM records WHERE number = ?`);
  return numbers.map((number) => summaryOf(read.get(number) as SummaryRow));
}
