import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { records } from '../../../shared/contract/records.ts';
import { SUMMARY_COLUMNS, summaryOf, type SummaryRow } from './record-row.ts';

type List = (typeof records)['records.list'];

/** One page, newest change first. */
export function listRecords(db: Database, input: InputOf<List>): OutputOf<List> {
  const trash = input.trashed ? 'trashed_at IS NOT NULL' : 'trashed_at IS NULL';
  const kinds =
    input.kinds.length === 0 ? '' : `AND kind IN (${input.kinds.map(() => '?').join(', ')})`;
  const where = `WHERE ${trash} ${kinds}`;
  const total = db
    .prepare(`SELECT count(*) FROM records ${where}`)
    .pluck()
    .get(...input.kinds);
  const rows = db
    .prepare(
      `SELECT ${SUMMARY_COLUMNS} FROM records ${where}
       ORDER BY changed_at DESC, number DESC LIMIT ? OFFSET ?`,
    )
    .all(...input.kinds, input.limit, input.offset) as SummaryRow[];
  return { items: rows.map(summaryOf), offset: input.offset, total: total as number };
}
