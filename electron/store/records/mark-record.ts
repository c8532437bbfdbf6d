import type { Database } from 'better-sqlite3';
import type { MarkList } from '../../../shared/contract/records.ts';
import type { RecordFields } from '../../../shared/templates/record-fields.ts';
import { prepared } from '../database/prepared.ts';
import { codesOf } from '../code-lists/check-codes.ts';

/** Lists that nobody filters by. */
const unmarked: ReadonlySet<string> = new Set(['amount-kind', 'date-kind']);

/** Writes anew what a record can be filtered by: the codes of its fields, and its tags. Call it inside the transaction. */
export function markRecord(
  db: Database,
  number: number,
  fields: RecordFields,
  tags: readonly string[],
): void {
  const codes = codesOf(fields).filter(([list]) => !unmarked.has(list)) as [MarkList, string[]][];
  prepared(db, 'DELETE FROM record_marks WHERE number = ?').run(number);
  const mark = prepared(db, 'INSERT INTO record_marks (list, code, number) VALUES (?, ?, ?)');
  for (const [list, marks] of [
    ...codes,
    ['call', fields.call === undefined ? [] : [fields.call]] as const,
    ['tag', tags] as const,
  ]) {
    for (const code of marks) mark.run(list, code, number);
  }
}
