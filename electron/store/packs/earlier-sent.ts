import type { Database } from 'better-sqlite3';
import type { EarlierSent } from '../../../shared/contract/packs.ts';
import { isOfFormerKey } from './of-former-key.ts';
import { isKept } from './sent-copies.ts';

/**
 * In which pack each record went to an office last, by its id; without those that never went there, or were taken back since.
 * What `recordIds` does not name is left out.
 */
export function earlierSent(
  db: Database,
  officeId: string,
  recordIds: readonly string[],
): Map<string, EarlierSent> {
  return lastSent(db, officeId, recordIds, () => false);
}

/** As `earlierSent`, but what was taken back by a pack that is lost may be taken back once more. */
export function withdrawable(
  db: Database,
  folder: string,
  officeId: string,
  recordIds: readonly string[],
): Map<string, EarlierSent> {
  return lastSent(db, officeId, recordIds, (packId) => isLost(db, folder, packId));
}

/** Of all packs, those that name one of the records. */
const NAMING = `packs_written.number IN (SELECT pack_number FROM packs_of_records
  WHERE record_id IN (SELECT value FROM json_each(@ids)))`;

function lastSent(
  db: Database,
  officeId: string,
  recordIds: readonly string[],
  isLostWithdrawal: (packId: string) => boolean,
): Map<string, EarlierSent> {
  const rows = db
    .prepare<object, EarlierSent & { kind: string }>(
      `SELECT json_extract(one.value, '$.id') AS recordId, pack_id AS packId, kind, packs_written.number AS place, sequence,
         json_extract(one.value, '$.revision') AS revision, created_at AS sentAt
       FROM packs_written, json_each(contents) AS one
       WHERE ${NAMING} AND recipient_id = @officeId AND kind IN ('submission', 'correction')
         AND recordId IN (SELECT value FROM json_each(@ids))
       UNION ALL
       SELECT json_extract(one.value, '$.recordId'), pack_id, kind, packs_written.number, sequence, 0, created_at
       FROM packs_written, json_each(statement, '$.records') AS one
       WHERE ${NAMING} AND recipient_id = @officeId AND kind = 'withdrawal'
         AND json_extract(one.value, '$.recordId') IN (SELECT value FROM json_each(@ids))
       ORDER BY place`,
    )
    .all({ officeId, ids: JSON.stringify(recordIds) });
  const last = new Map<string, EarlierSent>();
  for (const { recordId, packId, kind, sequence, revision, sentAt } of rows) {
    if (kind !== 'withdrawal') last.set(recordId, { recordId, packId, sequence, revision, sentAt });
    else if (!isLostWithdrawal(packId)) last.delete(recordId);
  }
  return last;
}

/**
 * Whether nobody answered for a pack of ours and its bytes are of no use any more: they are not kept (no backup has them), or signed with a
 * key that this office has changed since, of which nothing new is taken.
 */
function isLost(db: Database, folder: string, packId: string): boolean {
  const isAnswered = db
    .prepare('SELECT 1 FROM answers_taken WHERE pack_id = ? LIMIT 1')
    .get(packId);
  if (isAnswered !== undefined) return false;
  return isOfFormerKey(db, packId) || !isKept(folder, packId);
}

type Holding = { id: string; name: string; isAgain: boolean };

/**
 * The offices that a record went to and was not taken back from, by when a pack went there last. `isAgain`: it was, but that
 * pack is lost.
 */
export function officesHolding(db: Database, folder: string, recordId: string): Holding[] {
  return db
    .prepare<[string], { id: string; name: string }>(
      `SELECT recipient_id AS id, recipient_name AS name FROM packs_written
       WHERE number IN (SELECT pack_number FROM packs_of_records WHERE record_id = ?)
         AND kind IN ('submission', 'correction')
       GROUP BY recipient_id ORDER BY max(number) DESC`,
    )
    .all(recordId)
    .filter(({ id }) => withdrawable(db, folder, id, [recordId]).size > 0)
    .map((office) => ({
      ...office,
      isAgain: earlierSent(db, office.id, [recordId]).size === 0,
    }));
}
