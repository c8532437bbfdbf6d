import type { Database } from 'better-sqlite3';
import type { GuidanceAbout } from '../../../shared/contract/guidance.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { readStatement } from '../../../shared/packs/statement.ts';

type Row = Omit<GuidanceAbout, 'note' | 'records' | 'isSent'> & {
  senderId: string;
  contents: string;
  statement: string;
};
type Place = { senderId: string | null; recordId: string | null };

const MOST = 100;

/** See `guidance.about`. `ownId`: of this office. */
export function guidanceAbout(db: Database, ownId: string, id: RecordId): GuidanceAbout[] {
  const place = db
    .prepare<[string], Place>(
      `SELECT sender_id AS senderId, record_id AS recordId FROM records
       LEFT JOIN received_records ON record_number = records.number WHERE records.id = ?`,
    )
    .get(id);
  if (place === undefined) throw new Failure('record-not-found', { id });
  return place.senderId === null ? cameAbout(db, ownId, id) : sentAbout(db, place);
}

/** What others sent about a record of one's own, with those of its records that still lie here. */
function cameAbout(db: Database, officeId: string, recordId: string): GuidanceAbout[] {
  const find = db.prepare<[string, string], { id: RecordId; title: string }>(
    `SELECT id, title FROM received_records JOIN records ON records.number = record_number
     WHERE sender_id = ? AND record_id = ? AND trashed_at IS NULL`,
  );
  return db
    .prepare<object, Row>(
      `SELECT pack_id AS packId, sender_id AS senderId, sender_name AS officeName, sequence, created_at AS createdAt, contents, statement
       FROM packs_received WHERE number IN (
         SELECT pack_number FROM guidance_about WHERE record_id = @recordId AND office_id = @officeId) ORDER BY number DESC LIMIT ${String(MOST)}`,
    )
    .all({ officeId, recordId })
    .map((row) => toAbout(row, false, (inside) => find.get(row.senderId, inside)));
}

/** What was sent from here about a record that came. */
function sentAbout(db: Database, { senderId, recordId }: Place): GuidanceAbout[] {
  const find = db.prepare<[string], { id: RecordId; title: string }>(
    'SELECT id, title FROM records WHERE id = ? AND trashed_at IS NULL',
  );
  return db
    .prepare<object, Row>(
      `SELECT pack_id AS packId, '' AS senderId, recipient_name AS officeName, sequence, created_at AS createdAt, contents, statement
       FROM packs_written WHERE kind = 'guidance'
         AND number IN (SELECT pack_number FROM packs_of_records WHERE record_id = @recordId)
         AND EXISTS (SELECT 1 FROM json_each(statement, '$.regarding') AS one
           WHERE json_extract(one.value, '$.officeId') = @officeId AND json_extract(one.value, '$.recordId') = @recordId) ORDER BY number DESC LIMIT ${String(MOST)}`,
    )
    .all({ officeId: senderId, recordId })
    .map((row) => toAbout(row, true, (inside) => find.get(inside)));
}

function toAbout(
  { packId, officeName, sequence, createdAt, contents, statement }: Row,
  isSent: boolean,
  find: (recordId: string) => { id: RecordId; title: string } | undefined,
): GuidanceAbout {
  const inside = JSON.parse(contents) as { id: string }[];
  return {
    packId,
    officeName,
    sequence,
    createdAt,
    isSent,
    note: readStatement(statement)?.note ?? '',
    records: inside.flatMap(({ id }) => find(id) ?? []),
  };
}
