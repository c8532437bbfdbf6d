import type { Database } from 'better-sqlite3';
import type { CallOffice } from '../../../shared/contract/guidance.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { enrolledOffices } from '../points/offices.ts';
import { officesSentTo } from './offices-sent-to.ts';

type Came = {
  id: RecordId;
  title: string;
  receivedAt: number;
  senderId: string;
  senderName: string;
};

/** See `guidance.answers`. */
export function callAnswers(db: Database, id: RecordId): CallOffice[] {
  const isCall = db
    .prepare(
      `SELECT 1 FROM records WHERE id = ? AND kind = 'call'
         AND number NOT IN (SELECT record_number FROM received_records)`,
    )
    .get(id);
  if (isCall === undefined) throw new Failure('record-not-found', { id });
  const came = Map.groupBy(cameFor(db, id), ({ senderId }) => senderId);
  const sent = officesSentTo(db, id);
  const names = new Map(enrolledOffices(db).map((office) => [office.id, office.name]));
  return [...new Set([...sent.keys(), ...came.keys()])]
    .map((officeId) => {
      const records = came.get(officeId) ?? [];
      return {
        officeId,
        officeName: names.get(officeId) ?? records[0]?.senderName ?? '',
        sentAt: sent.get(officeId) ?? null,
        records: records.slice(0, 500).map(({ id: recordId, title, receivedAt }) => ({
          id: recordId,
          title,
          receivedAt,
        })),
      };
    })
    .toSorted(
      (one, other) =>
        Math.min(one.records.length, 1) - Math.min(other.records.length, 1) ||
        (one.officeName < other.officeName ? -1 : 1),
    )
    .slice(0, 2000);
}

function cameFor(db: Database, callId: string): Came[] {
  return db
    .prepare<[string], Came>(
      `SELECT records.id, title, received.received_at AS receivedAt, received.sender_id AS senderId,
         pack.sender_name AS senderName
       FROM record_marks JOIN received_records AS received ON received.record_number = record_marks.number
       JOIN records ON records.number = record_marks.number
       JOIN packs_received AS pack ON pack.number = received.pack_number
       WHERE list = 'call' AND code = ? AND library = 'received' AND trashed_at IS NULL
       ORDER BY received.received_at LIMIT 5000`,
    )
    .all(callId);
}
