import type { Database } from 'better-sqlite3';
import type { answers, StandingRecord } from '../../../shared/contract/answers.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { Clock } from '../context.ts';
import { DAY_IN_MS, DUE, dueValues } from './deadlines.ts';
import { shownState } from './shown-state.ts';

type List = (typeof answers)['received.states'];
export const SOON_IN_MS = 7 * DAY_IN_MS;
/** The last change that is told is behind the last there is, or remarks wait that go along with it. */
const UNTOLD = `((SELECT max(id) FROM received_changes WHERE record_number = received_records.record_number) > told_change
  OR (received_records.state <> 'received' AND EXISTS (SELECT 1 FROM passage_comments
    WHERE record_number = received_records.record_number AND receipt_id IS NULL)))`;
const STATE = shownState('received_records');
const FROM = `FROM received_records JOIN records ON records.number = received_records.record_number
  JOIN packs_received ON packs_received.number = received_records.pack_number
  WHERE library = 'received'`;
const COLUMNS = `records.id, record_id AS recordId, received_records.sender_id AS senderId, coalesce(original_sender, sender_name) AS senderName,
  iif(original_sender IS NULL, NULL, sender_name) AS forwardedBy,
  records.kind, title, received_records.revision, ${STATE} AS state, state_at AS stateAt,
  received_records.received_at AS receivedAt, ${DUE} AS dueAt, NOT ${UNTOLD} AS isTold,
  (SELECT count(*) FROM passage_comments WHERE record_number = received_records.record_number AND receipt_id IS NULL) AS drafts`;

type Row = Omit<StandingRecord, 'isTold'> & { isTold: number };

/** See `received.states`. */
export function listStanding(
  db: Database,
  clock: Clock,
  { offset, limit, state, senderId, due }: InputOf<List>,
): OutputOf<List> {
  const conditions = [
    state === undefined ? '' : ` AND ${STATE} = @state`,
    senderId === undefined ? '' : ' AND received_records.sender_id = @senderId',
    due === 'overdue' ? ` AND ${DUE} < @now` : '',
    due === 'soon' ? ` AND ${DUE} BETWEEN @now AND @soon` : '',
    due === 'untold' ? ` AND ${UNTOLD}` : '',
  ].join('');
  const now = clock();
  const asked = { state, senderId, now, soon: now + SOON_IN_MS };
  const values = Object.fromEntries(
    Object.entries({ ...dueValues(db), ...asked }).filter(([, value]) => value !== undefined),
  );
  const total = db.prepare(`SELECT count(*) ${FROM}${conditions}`).pluck().get(values) as number;
  const rows = db
    .prepare(
      `SELECT ${COLUMNS} ${FROM}${conditions}
       ORDER BY dueAt IS NULL, dueAt, received_records.received_at DESC, records.number LIMIT @limit OFFSET @offset`,
    )
    .all({ ...values, limit, offset }) as Row[];
  return { items: rows.map(standingOf), offset, total };
}

/** One received record; null for every other. */
export function standingNumbered(db: Database, number: number): StandingRecord | null {
  const row = db
    .prepare(`SELECT ${COLUMNS} ${FROM} AND received_records.record_number = @number`)
    .get({ ...dueValues(db), number }) as Row | undefined;
  return row === undefined ? null : standingOf(row);
}

function standingOf(row: Row): StandingRecord {
  return { ...row, isTold: row.isTold === 1 };
}
