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

/** Guidance goes to many: it waits for each of them, and is one line. */
const UNANSWERED = `FROM packs_written AS mine WHERE kind IN ('submission', 'correction', 'withdrawal', 'endorsement')
  AND NOT EXISTS (SELECT 1 FROM answers_taken WHERE answers_taken.pack_id = mine.pack_id)`;

/** See `answers.unanswered`. */
export function unansweredPacks(
  db: Database,
  { offset, limit }: { offset: number; limit: number },
): { items: UnansweredPack[]; offset: number; total: number } {
  const total = db.prepare(`SELECT count(*) ${UNANSWERED}`).pluck().get() as number;
  const items = db
    .prepare<[number, number], Omit<UnansweredPack, 'state'> & { isPassed: number }>(
      `SELECT pack_id AS packId, kind, recipient_id AS officeId, recipient_name AS officeName, sequence, created_at AS createdAt,
         file_name AS fileName, json_array_length(contents) AS records,
         EXISTS (SELECT 1 FROM channels_seen AS seen WHERE seen.office_id = mine.recipient_id AND seen.channel = mine.channel
           AND seen.epoch = mine.epoch AND seen.sequence > mine.sequence) AS isPassed
       ${UNANSWERED} ORDER BY number LIMIT ? OFFSET ?`,
    )
    .all(limit, offset)
    .map(({ isPassed, ...row }) => ({
      ...row,
      state: isPassed === 1 ? ('passed-over' as const) : ('on-its-way' as const),
    }));
  return { items, offset, total };
}
