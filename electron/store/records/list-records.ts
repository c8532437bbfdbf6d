import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { RecordOrder, records } from '../../../shared/contract/records.ts';
import { SUMMARY_COLUMNS, summaryOf, type SummaryRow } from './record-row.ts';

type List = (typeof records)['records.list'];

/** Each is the order of an index. */
const orders: Readonly<Record<RecordOrder, readonly string[]>> = {
  changed: ['changed_at', 'number'],
  created: ['created_at', 'kind', 'number'],
  title: ['title_key', 'kind', 'number'],
};

/**
 * One page. The rows are found in indexes alone and only those of the page are read: each row holds a whole document. The
 * plus signs keep SQLite from starting with the marks, which would look into every row.
 */
export function listRecords(db: Database, input: InputOf<List>): OutputOf<List> {
  const { where, values } = conditionOf(input);
  const direction = input.isDescending ? 'DESC' : 'ASC';
  const order = orders[input.order].map((column) => `${column} ${direction}`).join(', ');
  const total = db
    .prepare(`SELECT count(*) FROM records WHERE ${where}`)
    .pluck()
    .get(...values);
  const numbers = db
    .prepare(`SELECT number FROM records WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`)
    .pluck()
    .all(...values, input.limit, input.offset);
  const read = db.prepare(`SELECT ${SUMMARY_COLUMNS} FROM records WHERE number = ?`);
  const rows = numbers.map((number) => read.get(number) as SummaryRow);
  return { items: rows.map(summaryOf), offset: input.offset, total: total as number };
}

function conditionOf({ kinds, trashed, where }: InputOf<List>): {
  where: string;
  values: string[];
} {
  const conditions = [trashed ? 'trashed_at IS NOT NULL' : 'trashed_at IS NULL'];
  const values: string[] = [];
  if (kinds.length > 0) {
    conditions.push(`kind IN (${places(kinds)})`);
    values.push(...kinds);
  }
  for (const { list, codes } of where) {
    conditions.push(
      `+number IN (SELECT number FROM record_marks WHERE list = ? AND code IN (${places(codes)}))`,
    );
    values.push(list, ...codes);
  }
  return { where: conditions.join(' AND '), values };
}

function places(values: readonly string[]): string {
  return values.map(() => '?').join(', ');
}
