import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { office } from '../../../shared/contract/office.ts';
import type { RecordStatus } from '../../../shared/contract/record-status.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { MergeConflict } from '../../../shared/document/merge/conflict.ts';
import { mergeContents } from '../../../shared/document/merge/merge-contents.ts';
import { Failure } from '../../../shared/errors.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { readWritable } from '../revisions/keep-named.ts';
import { readKept } from '../revisions/record-content.ts';
import { restoreShown } from './join-attachments.ts';
import { joinText, noteOutcome } from './join-text.ts';
import { Outcome } from './outcome.ts';
import { listRounds, putRound, roundWith, unpackContent } from './rounds.ts';

type Conflicts = OutputOf<(typeof office)['office.conflicts']>;
type Merge = (typeof office)['office.merge'];
type Waiting = {
  office_id: string;
  received_at: number;
  base: Buffer;
  theirs: Buffer;
  outcome: string;
};

/** Fails: `office-nothing-to-merge`. */
function waitingAt(db: Database, recordNumber: number): Waiting {
  const row = db
    .prepare<[number], Waiting>('SELECT * FROM office_merges WHERE record_number = ?')
    .get(recordNumber);
  if (row === undefined) throw new Failure('office-nothing-to-merge');
  return row;
}

/** See `office.conflicts`. */
export function conflictsOf(db: Database, recordId: RecordId): Conflicts {
  const { number, content, saves } = readKept(db, recordId);
  const waiting = waitingAt(db, number);
  const theirs = unpackContent(waiting.theirs);
  const { conflicts } = mergeContents({ base: unpackContent(waiting.base), ours: content, theirs });
  const round = listRounds(db, number).find(({ officeId }) => officeId === waiting.office_id);
  return {
    officeName: round?.officeName ?? '',
    receivedAt: waiting.received_at,
    saves,
    conflicts: conflicts.map((conflict: MergeConflict) => ({
      ...conflict,
      choices: [...conflict.choices],
    })),
    ours: content.fields,
    theirs: theirs.fields,
  };
}

/** See `office.merge`. */
export function mergeOffice(
  context: StoreContext,
  { recordId: id, saves, choices }: InputOf<Merge>,
): OutputOf<Merge> {
  const db = databaseOf(context);
  const merge = db.transaction(() => {
    const record = readWritable(db, id);
    const { number } = record;
    const waiting = waitingAt(db, number);
    if (record.saves !== saves) {
      throw new Failure('record-changed-elsewhere', { saves: record.saves });
    }
    const officeId = waiting.office_id;
    const theirs = unpackContent(waiting.theirs);
    const joining = { number, officeId, base: unpackContent(waiting.base), theirs };
    const now = context.clock();
    if (!joinText(db, joining, choices, now)) throw new Failure('office-conflicts-open');
    restoreShown(db, number);
    const outcome = Outcome.parse(JSON.parse(waiting.outcome));
    const round = roundWith(db, number, officeId);
    if (round !== undefined) {
      putRound(db, { ...round, base: waiting.theirs, base_revision: outcome.revision });
    }
    db.prepare('DELETE FROM office_merges WHERE record_number = ?').run(number);
    noteOutcome(db, context.clock, { id, number, officeId }, outcome);
    const status = db.prepare('SELECT status FROM records WHERE number = ?').pluck().get(number);
    return { status: status as RecordStatus | null };
  });
  return merge.immediate();
}
