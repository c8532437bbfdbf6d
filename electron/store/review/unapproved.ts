import type { Database } from 'better-sqlite3';
import type { OutputOf } from '../../../shared/contract/define.ts';
import type { RecordStatus } from '../../../shared/contract/record-status.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { review } from '../../../shared/contract/review.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { workspaceOf, type StoreContext } from '../context.ts';
import { isForReview } from '../office/rounds.ts';
import { activeProfiles } from '../profiles/list-profiles.ts';
import { readFacts, writeFact } from '../workspace/facts.ts';
import { isAsApproved } from './reopen.ts';
import { senderOf } from './sender-of.ts';
import { prepared } from '../database/prepared.ts';

type Unapproved = OutputOf<(typeof review)['review.unapproved']>['items'];
type Row = { number: number; id: RecordId; title: string; status: RecordStatus | null };

const RULE = 'approval_needed';

/** Whether only approved records may leave: always, unless a reviewer decided otherwise. */
export function needsApproval(db: Database): boolean {
  return readFacts(db).get(RULE) !== 'no';
}

/** See `review.setRule`. */
export function setRule(context: StoreContext, needed: boolean): void {
  const { db, info } = workspaceOf(context);
  const me = activeProfiles(db).find(({ isCurrent }) => isCurrent);
  if (me?.isReviewer !== true) throw new Failure('profile-not-reviewer');
  db.transaction(() => {
    writeFact(db, RULE, needed ? 'yes' : 'no');
    appendAudit(db, context.clock, {
      action: 'approval-rule-changed',
      subject: info.id,
      detail: { needed: needed ? 'yes' : 'no' },
    });
  }).immediate();
}

/** See `review.unapproved`. Precedents have no status and need no approval; what is not there, or in the trash, is told by others. */
export function listUnapproved(db: Database, ids: readonly RecordId[]): Unapproved {
  const isNeeded = needsApproval(db);
  const find = prepared<Row>(
    db,
    'SELECT number, id, title, status FROM records WHERE id = ? AND trashed_at IS NULL',
  );
  const active = activeProfiles(db);
  const me = active.find(({ isCurrent }) => isCurrent);
  const mayApprove = ({ id, status }: Row) =>
    me?.isReviewer === true &&
    (active.length === 1
      ? status !== 'adopted'
      : status === 'in-review' && senderOf(db, id) !== me.id);
  return ids.flatMap((id): Unapproved => {
    const row = find.get(id);
    if (row === undefined || row.status === null) return [];
    // Its table of parties is not here: real names would leave.
    if (isForReview(db, row.number)) {
      return [{ id, title: row.title, mayApprove: false, isColleagues: true }];
    }
    if (!isNeeded || row.status === 'approved') return [];
    // What left as approved may leave again as long as nobody has changed it.
    if (!['draft', 'in-review'].includes(row.status) && isAsApproved(db, id)) return [];
    return [{ id, title: row.title, mayApprove: mayApprove(row), isColleagues: false }];
  });
}

/** Before anything is written. Fails: `record-is-colleagues`, `not-approved`, naming the first and how many. */
export function refuseUnapproved(db: Database, ids: readonly string[]): void {
  const items = listUnapproved(db, ids as RecordId[]);
  const theirs = items.filter(({ isColleagues }) => isColleagues);
  const [other] = theirs;
  if (other !== undefined) {
    throw new Failure('record-is-colleagues', { title: other.title, count: theirs.length });
  }
  const [first] = items;
  if (first !== undefined) {
    throw new Failure('not-approved', { title: first.title, count: items.length });
  }
}
