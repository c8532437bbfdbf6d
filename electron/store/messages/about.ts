import type { Database } from 'better-sqlite3';
import type { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';

/**
 * A record as both offices know it: by who sent it first, and its id there. Its number is for looking names up. Fails:
 * `record-not-found`.
 */
export function namedAbout(
  db: Database,
  ownId: string,
  id: RecordId,
): { senderId: string; recordId: string; number: number } {
  const row = db
    .prepare<[string], { number: number; sender_id: string | null; record_id: string | null }>(
      `SELECT number, sender_id, record_id FROM records LEFT JOIN received_records ON number = record_number WHERE id = ?`,
    )
    .get(id);
  if (row === undefined) throw new Failure('record-not-found');
  return {
    senderId: row.sender_id ?? ownId,
    recordId: row.record_id ?? id,
    number: row.number,
  };
}
