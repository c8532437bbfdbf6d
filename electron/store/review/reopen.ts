import type { Database } from 'better-sqlite3';
import { PROGRAM } from '../../../shared/contract/record-status.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { changeStatus } from '../records/change-status.ts';
import { approvedText, hashText } from './approved-text.ts';
import { latestApproval } from './read-approval.ts';

/**
 * An approved record whose text is another one now is a draft again. To be called inside the transaction that wrote it. What
 * changes nothing that leaves, such as a tag, leaves the approval as it is.
 */
export function reopenIfChanged(db: Database, number: number, now: number): void {
  const record = db
    .prepare<[number], { id: RecordId; status: string | null; trashed_at: number | null }>(
      'SELECT id, status, trashed_at FROM records WHERE number = ?',
    )
    .get(number);
  if (record?.status !== 'approved') return;
  if (isAsApproved(db, record.id)) return;
  changeStatus(db, () => now, { id: record.id, to: 'draft', who: PROGRAM });
}

/** Whether the latest approval of a record is of what stands there now. */
export function isAsApproved(db: Database, id: RecordId): boolean {
  const approval = latestApproval(db, id);
  return (
    approval !== undefined && hashText(approvedText(db, id, approval.revision)) === approval.sha256
  );
}
