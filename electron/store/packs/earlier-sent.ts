import type { Database } from 'better-sqlite3';
import type { EarlierSent } from '../../../shared/contract/packs.ts';

/**
 * In which pack each record went to an office last, by its id; without those that never went there, or were taken back since.
 * What `recordIds` does not name is left out.
 */
export function earlierSent(
  db: Database,
  officeId: string,
  recordIds: readonly string[],
): Map<string, EarlierSent> {
  const rows = db
    .prepare<object, EarlierSent & { kind: string }>(
      `SELECT json_extract(one.value, '$.id') AS recordId, pack_id AS packId, kind, packs_written.number AS place, sequence,
         json_extract(one.value, '$.revision') AS revision, created_at AS sentAt
       FROM packs_written, json_each(contents) AS one
       WHERE recipient_id = @officeId AND kind IN ('submission', 'correction')
         AND recordId IN (SELECT value FROM json_each(@ids))
       UNION ALL
       SELECT json_extract(one.value, '$.recordId'), pack_id, kind, packs_written.number, sequence, 0, created_at
       FROM packs_written, json_each(statement, '$.records') AS one
       WHERE recipient_id = @officeId AND kind = 'withdrawal'
         AND json_extract(one.value, '$.recordId') IN (SELECT value FROM json_each(@ids))
       ORDER BY place`,
    )
    .all({ officeId, ids: JSON.stringify(recordIds) });
  const last = new Map<string, EarlierSent>();
  for (const { recordId, packId, kind, sequence, revision, sentAt } of rows) {
    if (kind === 'withdrawal') last.delete(recordId);
    else last.set(recordId, { recordId, packId, sequence, revision, sentAt });
  }
  return last;
}

/** The offices that a record went to and was not taken back from, by when a pack went there last. */
export function officesHolding(db: Database, recordId: string): { id: string; name: string }[] {
  return db
    .prepare<[string], { id: string; name: string }>(
      `SELECT recipient_id AS id, recipient_name AS name FROM packs_written
       WHERE kind IN ('submission', 'correction') AND instr(contents, ?)
       GROUP BY recipient_id ORDER BY max(number) DESC`,
    )
    .all(recordId)
    .filter(({ id }) => earlierSent(db, id, [recordId]).size > 0);
}
