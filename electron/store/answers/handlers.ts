import type { Database } from 'better-sqlite3';
import type { answers, StateChange } from '../../../shared/contract/answers.ts';
import type { Handlers } from '../../../shared/contract/define.ts';
import { recordNumber } from '../parties/party-row.ts';
import { databaseOf, workspaceOf, type StoreContext } from '../context.ts';
import { dismissAlarm, openAlarms } from './contradictions.ts';
import { deadlinesOf, setDeadlines } from './deadlines.ts';
import { dueReceipts } from './due-receipts.ts';
import { answersOfRecord, unansweredPacks } from './list-answers.ts';
import { answerNotices } from './notices.ts';
import { listStanding, standingNumbered } from './list-standing.ts';
import { addComment, commentsOn, removeComment } from './passage-comments.ts';
import { nextStates, setState } from './set-state.ts';
import { isForwarding } from './shown-state.ts';
import { writeAgain, writeReceipts } from './write-receipts.ts';

export const answersHandlers: Handlers<typeof answers, StoreContext> = {
  'received.states': (context, input) => listStanding(databaseOf(context), context.clock, input),
  'received.state': (context, { id }) => {
    const db = databaseOf(context);
    const number = recordNumber(db, id);
    const standing = standingNumbered(db, number);
    if (standing === null) return { standing, changes: [], comments: [], next: [] };
    const told = toldChange(db, number);
    const next = nextStates(db, { number, told_change: told }).filter(
      (state) => state !== (standing.state === 'endorsed' ? 'accepted' : standing.state),
    );
    return {
      standing,
      changes: changesOf(db, number, told),
      comments: commentsOn(db, number),
      next,
    };
  },
  'received.setState': (context, input) => setState(databaseOf(context), context.clock, input),
  'received.comment': (context, input) => addComment(databaseOf(context), context.clock, input),
  'received.uncomment': (context, { id }) => {
    removeComment(databaseOf(context), id);
    return {};
  },
  'received.deadlines': (context) => deadlinesOf(databaseOf(context)),
  'received.setDeadlines': (context, input) => setDeadlines(databaseOf(context), input),
  'receipts.due': (context, { officeId }) => ({
    items: dueReceipts(databaseOf(context), officeId),
  }),
  'receipts.write': (context, input, control) => {
    const { db, info } = workspaceOf(context);
    return writeReceipts(db, context.clock, info, input, control);
  },
  'receipts.again': (context, input) => Promise.resolve(writeAgain(databaseOf(context), input)),
  'answers.notices': (context) => {
    const { db, info } = workspaceOf(context);
    return answerNotices(db, context.clock, info);
  },
  'answers.ofRecord': (context, { id }) => ({ items: answersOfRecord(databaseOf(context), id) }),
  'answers.unanswered': (context, page) => unansweredPacks(databaseOf(context), page),
  'answers.alarms': (context) => ({ items: openAlarms(databaseOf(context)) }),
  'answers.dismissAlarm': (context, { id }) => {
    dismissAlarm(databaseOf(context), context.clock, id);
    return {};
  },
};

function toldChange(db: Database, number: number): number {
  return db
    .prepare('SELECT told_change FROM received_records WHERE record_number = ?')
    .pluck()
    .get(number) as number;
}

function changesOf(db: Database, number: number, told: number): StateChange[] {
  return db
    .prepare<[number], Omit<StateChange, 'isTold'> & { id: number }>(
      `SELECT id, before, iif(after = 'accepted' AND ${isForwarding('received_changes.id')}, 'endorsed', after) AS after, at, who, note,
         word_of AS wordOf FROM received_changes WHERE record_number = ? ORDER BY id DESC LIMIT 200`,
    )
    .all(number)
    .map(({ id, ...change }) => ({ ...change, isTold: id <= told }));
}
