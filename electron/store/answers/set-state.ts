import type { Database } from 'better-sqlite3';
import type { answers } from '../../../shared/contract/answers.ts';
import type { InputOf } from '../../../shared/contract/define.ts';
import type { ReceivedState } from '../../../shared/contract/situation.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { seatOf } from '../profiles/seat.ts';
import { refuseRevealing } from './refuse-revealing.ts';

type SetState = (typeof answers)['received.setState'];
type Row = { number: number; state: ReceivedState; told_change: number };

const states: readonly ReceivedState[] = ['received', 'accepted', 'returned', 'adopted'];

/** See `received.setState`. */
export function setState(
  db: Database,
  clock: Clock,
  { ids, to, note }: InputOf<SetState>,
): { changed: number } {
  const find = db.prepare<[string], Row>(
    `SELECT number, state, told_change FROM records JOIN received_records ON number = record_number
     WHERE id = ? AND library = 'received' AND trashed_at IS NULL`,
  );
  const set = db.transaction(() => {
    let changed = 0;
    for (const id of new Set(ids)) {
      const row = find.get(id);
      if (row === undefined) throw new Failure('record-not-found');
      if (!nextStates(db, row).includes(to)) {
        throw new Failure('received-state-told', { state: toldState(db, row) ?? row.state });
      }
      refuseRevealing(db, note, row.number);
      if (row.state === to && note === '') continue;
      writeState(db, clock, { number: row.number, to, note, who: whoSits(db), packId: null });
      appendAudit(db, clock, {
        action: 'received-state-changed',
        subject: id,
        detail: { from: row.state, to },
      });
      changed += 1;
    }
    return { changed };
  });
  return set.immediate();
}

type StateChange = {
  number: number;
  to: ReceivedState;
  note: string;
  who: string;
  packId: string | null;
  /** The office whose word it is, if it was passed on. */
  wordOf?: string;
};

/** The state and its line in the history, whose id is answered, without asking whether it may be. */
export function writeState(
  db: Database,
  clock: Clock,
  { number, to, note, who, packId, wordOf }: StateChange,
): number {
  const at = clock();
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO received_changes (record_number, before, after, at, who, note, pack_id, word_of)
       SELECT record_number, state, ?, ?, ?, ?, ?, ? FROM received_records WHERE record_number = ?`,
    )
    .run(to, at, who, note, packId, wordOf ?? null, number);
  db.prepare('UPDATE received_records SET state = ?, state_at = ? WHERE record_number = ?').run(
    to,
    at,
    number,
  );
  return Number(lastInsertRowid);
}

/** What may still be said of a record: what a receipt told of the text that is here stays. */
export function nextStates(
  db: Database,
  row: Pick<Row, 'number' | 'told_change'>,
): ReceivedState[] {
  const told = toldState(db, row);
  if (told === 'adopted') return [];
  return told === 'returned' ? ['returned'] : [...states];
}

/** What was told of the text that is here; null if nothing was since it came. */
function toldState(
  db: Database,
  { number, told_change: told }: Pick<Row, 'number' | 'told_change'>,
): ReceivedState | null {
  const state = db
    .prepare(
      `SELECT after FROM received_changes WHERE id = @told AND record_number = @number AND id >= (
         SELECT max(id) FROM received_changes WHERE record_number = @number AND after = 'received' AND pack_id IS NOT NULL)`,
    )
    .pluck()
    .get({ told, number });
  return typeof state === 'string' ? (state as ReceivedState) : null;
}

/** The profile that sits here; empty where nobody does. */
export function whoSits(db: Database): string {
  return seatOf(db)?.profileId ?? '';
}
