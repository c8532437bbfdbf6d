import type { Database } from 'better-sqlite3';
import type { Provenance, RecordId } from '../../../shared/contract/records.ts';
import { Statement } from '../../../shared/packs/statement.ts';

type Row = Omit<Provenance, 'note' | 'regarding'> & { statement: string | null };

/** Which office sent a record, in which pack; null for one's own. */
export function provenanceOf(db: Database, recordNumber: number): Provenance | null {
  const row = db
    .prepare<[number], Row>(
      `SELECT received.sender_id AS senderId, coalesce(pack.original_sender, pack.sender_name) AS senderName,
         iif(pack.original_sender IS NULL, NULL, pack.sender_name) AS forwardedBy, pack.sender_fingerprint AS senderFingerprint,
         original.sender_fingerprint AS originalFingerprint,
         pack.pack_id AS packId, pack.kind AS packKind, pack.sequence, pack.created_at AS createdAt,
         received.received_at AS receivedAt, received.revision, received.state, pack.statement
       FROM received_records AS received JOIN packs_received AS pack ON pack.number = received.pack_number
       LEFT JOIN endorsed_packs AS original ON original.pack_number = pack.number
       WHERE received.record_number = ?`,
    )
    .get(recordNumber);
  if (row === undefined) return null;
  const { statement, ...known } = row;
  const said = statement === null ? null : Statement.parse(JSON.parse(statement));
  return { ...known, note: said?.note ?? '', regarding: ownAmong(db, said) };
}

/** Guidance to several names records of several offices; those that lie here are meant for us. */
function ownAmong(db: Database, statement: Statement | null): Provenance['regarding'] {
  if (statement?.kind !== 'guidance') return [];
  const find = db.prepare<[string], { id: RecordId; title: string }>(
    `SELECT id, title FROM records WHERE id = ? AND trashed_at IS NULL
       AND +number NOT IN (SELECT record_number FROM received_records)`,
  );
  return statement.regarding.flatMap(({ recordId }) => find.get(recordId) ?? []);
}
