import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';
import type { StatementOf } from '../../../shared/packs/statement.ts';

export type Regarded = StatementOf<'guidance'>['regarding'][number];

/**
 * Received records as their sender knows them: by that office and its own id of each. Guidance about them goes to that office alone
 * (decision 0058). Fails: `record-not-found`, `guidance-regards-others`: not received, or of several offices.
 */
export function regardedRecords(db: Database, recordIds: readonly string[]): Regarded[] {
  const find = db.prepare<[string], { title: string } & Record<keyof Regarded, string | null>>(
    `SELECT title, sender_id AS officeId, record_id AS recordId
     FROM records LEFT JOIN received_records ON record_number = records.number AND received_records.library = 'received'
     WHERE records.id = ? AND trashed_at IS NULL`,
  );
  const regarded = [...new Set(recordIds)].map((id) => {
    const row = find.get(id);
    if (row === undefined) throw new Failure('record-not-found', { id });
    const { title, officeId, recordId } = row;
    if (officeId === null || recordId === null) {
      throw new Failure('guidance-regards-others', { title });
    }
    return { officeId, recordId };
  });
  if (new Set(regarded.map(({ officeId }) => officeId)).size > 1) {
    throw new Failure('guidance-regards-others');
  }
  return regarded;
}
