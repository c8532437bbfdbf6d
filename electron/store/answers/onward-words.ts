import type { Database } from 'better-sqlite3';
import type { OnwardWord } from '../../../shared/contract/packs.ts';
import {
  readStatement,
  type Onward,
  type ReceiptOutcome,
} from '../../../shared/packs/statement.ts';
import { prepared } from '../database/prepared.ts';
import type { PackJson } from '../packs/pack-json.ts';

/** A receipt holds at most so many of them for a pack (`statement.ts`); what is left goes with the next. */
const MOST_ONWARD = 1000;

/**
 * At a provincial office: a receipt answers an endorsement of ours, so its sender has the record, or purged it. The point that sent it hears
 * so with our next receipt. Late receipts count as well: the first day stands, whatever the order.
 */
export function noteOnward(
  db: Database,
  { sender, createdAt }: PackJson,
  endorsement: string | null,
  { recordId, outcome }: { recordId: string; outcome: ReceiptOutcome },
): void {
  const statement = endorsement === null ? null : readStatement(endorsement);
  if (statement?.kind !== 'endorsement') return;
  const isPurged = outcome === 'purged';
  const { officeId, name: officeName } = sender;
  const day = { received: isPurged ? null : createdAt, purged: isPurged ? createdAt : null };
  join(db, statement.original.packId, { recordId, officeId, officeName, ...day }, false);
}

/** At the point: what its provincial office was told. However often, and in whatever order, it comes to the same. */
export function takeOnward(db: Database, packId: string, words: readonly Onward[]): void {
  for (const word of words) join(db, packId, word, true);
}

function join(db: Database, packId: string, word: Onward, isTold: boolean): void {
  const { recordId, officeId, officeName, received, purged } = word;
  const instant = (at: string | null) => (at === null ? null : Date.parse(at));
  db.prepare(
    `INSERT INTO onward_words AS known VALUES (@packId, @recordId, @officeId, @officeName, @received, @purged, @isTold)
     ON CONFLICT DO UPDATE SET office_name = excluded.office_name,
       received_at = ifnull(min(known.received_at, excluded.received_at), ifnull(known.received_at, excluded.received_at)),
       purged_at = ifnull(min(known.purged_at, excluded.purged_at), ifnull(known.purged_at, excluded.purged_at)),
       is_told = excluded.is_told OR known.is_told
         AND ifnull(known.received_at <= excluded.received_at, excluded.received_at IS NULL)
         AND ifnull(known.purged_at <= excluded.purged_at, excluded.purged_at IS NULL)`,
  ).run({
    packId,
    recordId,
    officeId,
    officeName,
    received: instant(received),
    purged: instant(purged),
    isTold: isTold ? 1 : 0,
  });
}

type Row = {
  recordId: string;
  officeId: string;
  officeName: string;
  receivedAt: number | null;
  purgedAt: number | null;
};
const COLUMNS = `record_id AS recordId, office_id AS officeId, office_name AS officeName, received_at AS receivedAt, purged_at AS purgedAt`;

/** What the sender of a pack has not been told yet. */
export function untoldOnward(db: Database, packId: string): Onward[] {
  const spelled = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return prepared<Row>(
    db,
    `SELECT ${COLUMNS} FROM onward_words WHERE pack_id = ? AND is_told = 0 LIMIT ?`,
  )
    .all(packId, MOST_ONWARD)
    .map(({ receivedAt, purgedAt, ...word }) => ({
      ...word,
      received: spelled(receivedAt),
      purged: spelled(purgedAt),
    }));
}

export function onwardWord({ officeName, received, purged }: Onward): OnwardWord {
  const instant = (at: string | null) => (at === null ? null : Date.parse(at));
  return { officeName, receivedAt: instant(received), purgedAt: instant(purged) };
}

export function markOnwardTold(db: Database, packId: string, words: readonly Onward[]): void {
  const mark = db.prepare(
    'UPDATE onward_words SET is_told = 1 WHERE pack_id = ? AND record_id = ? AND office_id = ?',
  );
  for (const { recordId, officeId } of words) mark.run(packId, recordId, officeId);
}

/** What is known of the records of a pack further on, by their ids. */
export function onwardOf(db: Database, packId: string): Map<string, OnwardWord[]> {
  const rows = db
    .prepare<[string], Row>(`SELECT ${COLUMNS} FROM onward_words WHERE pack_id = ?`)
    .all(packId);
  const known = new Map<string, OnwardWord[]>();
  for (const { recordId, officeId: _id, ...word } of rows) {
    known.set(recordId, [...(known.get(recordId) ?? []), word]);
  }
  return known;
}
