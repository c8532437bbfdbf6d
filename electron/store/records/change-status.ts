import type { Database } from 'better-sqlite3';
import { mayBecome, PROGRAM, type RecordStatus } from '../../../shared/contract/record-status.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { keepRevision } from '../revisions/keep-revision.ts';
import { prepared } from '../database/prepared.ts';

export type StatusChange = {
  id: RecordId;
  to: RecordStatus;
  /** `program`, or the id of a profile. */
  who: string;
  packId?: string;
  comment?: string;
  /** An approval by the one officer of an office. */
  isOwn?: boolean;
};

/** The step as noted: its row, the record's, and the number of the revision that it is about. */
export type ChangedStatus = { change: number; number: number; revision: number };

/**
 * Brings a record to another status, as the table of transitions has it, and notes when and by whom, in its own history and
 * in the audit trail. It is no change of the text. Call it inside the transaction of what gives it the status.
 * Fails: `record-not-found`, `record-in-trash`, `record-read-only` (precedents have no status), `status-not-allowed`.
 */
export function changeStatus(
  db: Database,
  clock: Clock,
  { id, to, who, packId, comment, isOwn }: StatusChange,
): ChangedStatus {
  const record = prepared<{
    number: number;
    status: RecordStatus | null;
    trashed_at: number | null;
  }>(db, 'SELECT number, status, trashed_at FROM records WHERE id = ?').get(id);
  if (record === undefined) throw new Failure('record-not-found');
  const { number, status: from } = record;
  if (from === null) throw new Failure('record-read-only');
  // What left has left, wherever the record lies now.
  if (record.trashed_at !== null && who !== PROGRAM) throw new Failure('record-in-trash');
  if (!mayBecome(from, to, who)) throw new Failure('status-not-allowed', { from, to });
  // The text as it was sent for review or approved is one to come back to. What a pack carries is kept by the export.
  if (who !== PROGRAM) keepRevision(db, number, { reason: 'status' });
  const at = clock();
  prepared(db, 'UPDATE records SET status = ?, status_at = ? WHERE number = ?').run(to, at, number);
  const { revision } = prepared<{ revision: number }>(
    db,
    'SELECT revision FROM records WHERE number = ?',
  ).get(number) as { revision: number };
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO status_changes (record_number, before, after, at, who, pack_id, comment, revision, is_own)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(number, from, to, at, who, packId ?? null, comment ?? '', revision, isOwn === true ? 1 : 0);
  appendAudit(db, clock, { action: 'status-changed', subject: id, detail: { from, to, who } });
  return { change: Number(lastInsertRowid), number, revision };
}

/** The records that a pack carries are submitted. Precedents may go along; they have no status. */
export function submitWith(
  db: Database,
  clock: Clock,
  packId: string,
  ids: readonly RecordId[],
): void {
  const statusOf = db
    .prepare<[string], RecordStatus | null>('SELECT status FROM records WHERE id = ?')
    .pluck();
  for (const id of ids) {
    if (statusOf.get(id) === null) continue;
    changeStatus(db, clock, { id, to: 'submitted', who: PROGRAM, packId });
  }
}

/** The pack never left: its records are again what they were, unless they have become something else since. */
export function unsubmit(db: Database, clock: Clock, packId: string): void {
  const changes = db
    .prepare<[string], { id: number; record_number: number; before: RecordStatus; record: string }>(
      `SELECT id, record_number, before, (SELECT id FROM records WHERE number = record_number) AS record
       FROM status_changes AS own WHERE pack_id = ?
         AND NOT EXISTS (SELECT 1 FROM status_changes WHERE record_number = own.record_number AND id > own.id)`,
    )
    .all(packId);
  const forget = db.prepare('DELETE FROM status_changes WHERE id = ?');
  const restore = db.prepare(
    `UPDATE records SET status = ?, status_at = (
       SELECT at FROM status_changes WHERE record_number = number ORDER BY id DESC LIMIT 1
     ) WHERE number = ?`,
  );
  for (const change of changes) {
    forget.run(change.id);
    restore.run(change.before, change.record_number);
    const detail = { from: 'submitted', to: change.before, who: PROGRAM };
    appendAudit(db, clock, { action: 'status-changed', subject: change.record, detail });
  }
}
