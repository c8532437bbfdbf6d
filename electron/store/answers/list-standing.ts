import type { Database } from 'better-sqlite3';
import type { answers, StandingRecord } from '../../../shared/contract/answers.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { ShownState } from '../../../shared/contract/situation.ts';
import type { Clock } from '../context.ts';
import { prepared } from '../database/prepared.ts';
import { DAY_IN_MS } from './deadlines.ts';
import { shownState } from './shown-state.ts';

type List = (typeof answers)['received.states'];
export const SOON_IN_MS = 7 * DAY_IN_MS;
/** A change stands behind the last that was told, or remarks wait that go along with it. */
const UNTOLD = `record_number IN (
    SELECT record_number FROM received_records INDEXED BY received_records_untold
    WHERE library = 'received' AND last_change > told_change
    UNION SELECT held.record_number FROM passage_comments AS one CROSS JOIN received_records AS held USING (record_number)
    WHERE receipt_id IS NULL AND held.state <> 'received')`;
const IS_TOLD = `last_change <= told_change AND (received_records.state = 'received' OR NOT EXISTS (SELECT 1 FROM passage_comments
  WHERE record_number = received_records.record_number AND receipt_id IS NULL))`;
const STATE = shownState('received_records');
const COLUMNS = `records.id, record_id AS recordId, received_records.sender_id AS senderId, coalesce(original_sender, sender_name) AS senderName,
  iif(original_sender IS NULL, NULL, sender_name) AS forwardedBy,
  records.kind, title, received_records.revision, ${STATE} AS state, state_at AS stateAt,
  received_records.received_at AS receivedAt, due_at AS dueAt, ${IS_TOLD} AS isTold,
  (SELECT count(*) FROM passage_comments WHERE record_number = received_records.record_number AND receipt_id IS NULL) AS drafts`;

type Row = Omit<StandingRecord, 'isTold'> & { isTold: number };

/** See `received.states`. */
export function listStanding(
  db: Database,
  clock: Clock,
  { offset, limit, state, senderId, due }: InputOf<List>,
): OutputOf<List> {
  const conditions = [
    `${due === 'untold' ? '+' : ''}library = 'received'`,
    state === undefined ? '' : conditionOfState(state),
    senderId === undefined ? '' : 'sender_id = @senderId',
    due === 'overdue' ? '(due_at IS NULL) = 0 AND due_at < @now' : '',
    due === 'soon' ? '(due_at IS NULL) = 0 AND due_at BETWEEN @now AND @soon' : '',
    due === 'untold' ? UNTOLD : '',
  ].filter((condition) => condition !== '');
  const now = clock();
  const asked = { state, senderId, now, soon: now + SOON_IN_MS };
  const values = Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== undefined),
  );
  // All of them, or a part of many: by the index of the order. Of an office, or to be told, are few.
  const isFew = senderId !== undefined || due === 'untold';
  const from = `FROM received_records ${isFew ? '' : 'INDEXED BY received_records_by_due'} WHERE ${conditions.join(' AND ')}`;
  const total = db.prepare(`SELECT count(*) ${from}`).pluck().get(values) as number;
  // By an index alone; the rows, which are long, are read for the page.
  const numbers = db
    .prepare<object, number>(
      `SELECT record_number ${from}
       ORDER BY due_at IS NULL, due_at, received_at DESC, record_number LIMIT @limit OFFSET @offset`,
    )
    .pluck()
    .all({ ...values, limit, offset });
  const items = numbers.map((number) => standingNumbered(db, number)).filter((one) => one !== null);
  return { items, offset, total };
}

/** Only what was accepted may have been forwarded: the others are counted without a look at that. */
function conditionOfState(state: ShownState): string {
  const isShown = state === 'accepted' || state === 'endorsed';
  return isShown
    ? `received_records.state = 'accepted' AND ${STATE} = @state`
    : 'received_records.state = @state';
}

/** One received record; null for every other. */
export function standingNumbered(db: Database, number: number): StandingRecord | null {
  const row = prepared<Row>(
    db,
    `SELECT ${COLUMNS} FROM received_records JOIN records ON records.number = received_records.record_number
     JOIN packs_received ON packs_received.number = received_records.pack_number
     WHERE library = 'received' AND received_records.record_number = ?`,
  ).get(number);
  return row === undefined ? null : { ...row, isTold: row.isTold === 1 };
}
