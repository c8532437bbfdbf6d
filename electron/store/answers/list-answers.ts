import type { Database } from 'better-sqlite3';
import type { TakenAnswer, UnansweredPack } from '../../../shared/contract/answers.ts';
import type { RecordId } from '../../../shared/contract/records.ts';

/** See `answers.ofRecord`. */
export function answersOfRecord(db: Database, id: RecordId): TakenAnswer[] {
  const rows = db
    .prepare<[string], Omit<TakenAnswer, 'isLate'> & { isLate: number }>(
      `SELECT office_id AS officeId, office_name AS officeName, pack_id AS packId, revision, outcome, note, word_of AS wordOf,
         json_array_length(comments) AS comments, at, is_late AS isLate
       FROM answers_taken WHERE record_id = ? ORDER BY is_late, id DESC LIMIT 200`,
    )
    .all(id);
  return rows.map((row) => ({ ...row, isLate: row.isLate === 1 }));
}

const FACTS = 'number, pack_id, kind, channel, epoch, sequence, created_at, file_name, contents';

/**
 * What nobody answered for. Guidance goes to many who may take their time, so it is named for an office only where that office has
 * said that it has a later number: it cannot tell itself which numbers were meant for it.
 */
const UNANSWERED = `FROM (
    SELECT ${FACTS}, recipient_id AS office_id, recipient_name AS office_name FROM packs_written AS mine
    WHERE kind IN ('submission', 'correction', 'withdrawal', 'endorsement')
      AND NOT EXISTS (SELECT 1 FROM answers_taken WHERE answers_taken.pack_id = mine.pack_id)
    UNION ALL
    SELECT ${FACTS}, office.value,
      ifnull((SELECT name FROM office_cards WHERE office_cards.office_id = office.value ORDER BY card_version DESC LIMIT 1), '')
    FROM packs_written AS mine, json_each(recipients) AS office
    WHERE kind = 'guidance'
      AND NOT EXISTS (SELECT 1 FROM answers_taken AS one WHERE one.pack_id = mine.pack_id AND one.office_id = office.value)
      AND EXISTS (SELECT 1 FROM channels_seen AS seen WHERE seen.office_id = office.value AND seen.channel = mine.channel
        AND seen.epoch = mine.epoch AND seen.sequence > mine.sequence)
  ) AS mine`;

/** See `answers.unanswered`. */
export function unansweredPacks(
  db: Database,
  { offset, limit }: { offset: number; limit: number },
): { items: UnansweredPack[]; offset: number; total: number } {
  const total = db.prepare(`SELECT count(*) ${UNANSWERED}`).pluck().get() as number;
  const items = db
    .prepare<[number, number], Omit<UnansweredPack, 'state'> & { isPassed: number }>(
      `SELECT pack_id AS packId, kind, office_id AS officeId, office_name AS officeName, sequence, created_at AS createdAt,
         file_name AS fileName, json_array_length(contents) AS records,
         EXISTS (SELECT 1 FROM channels_seen AS seen WHERE seen.office_id = mine.office_id AND seen.channel = mine.channel
           AND seen.epoch = mine.epoch AND seen.sequence > mine.sequence) AS isPassed
       ${UNANSWERED} ORDER BY number, office_id LIMIT ? OFFSET ?`,
    )
    .all(limit, offset)
    .map(({ isPassed, ...row }) => ({
      ...row,
      state: isPassed === 1 ? ('passed-over' as const) : ('on-its-way' as const),
    }));
  return { items, offset, total };
}
