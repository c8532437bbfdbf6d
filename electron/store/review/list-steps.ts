import type { Database } from 'better-sqlite3';
import type { OutputOf } from '../../../shared/contract/define.ts';
import { transitions, type RecordStatus } from '../../../shared/contract/record-status.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { review, ReviewStep } from '../../../shared/contract/review.ts';
import { Failure } from '../../../shared/errors.ts';
import { activeProfiles } from '../profiles/list-profiles.ts';
import { namesOfPeople } from '../office/people.ts';
import { isForReview } from '../office/rounds.ts';
import { isApprovalRight, type ApprovalRow } from './read-approval.ts';
import { senderOf } from './sender-of.ts';

type Steps = OutputOf<(typeof review)['review.steps']>;
type Next = Steps['next'][number];

const MOST = 500;

type Row = {
  before: RecordStatus;
  after: RecordStatus;
  at: number;
  who: string;
  comment: string;
  revision: number | null;
  is_own: number;
} & (ApprovalRow | { [Name in keyof ApprovalRow]: null });

/** See `review.steps`. */
export function listSteps(db: Database, id: RecordId): Steps {
  const record = db
    .prepare<[string], { number: number; status: RecordStatus | null; trashed_at: number | null }>(
      'SELECT number, status, trashed_at FROM records WHERE id = ?',
    )
    .get(id);
  if (record === undefined) throw new Failure('record-not-found');
  const names = namesOfPeople(db);
  const steps = db
    .prepare<[number, number], Row>(
      `SELECT before, after, at, who, comment, status_changes.revision, is_own, statement, signature, public_key, record
       FROM status_changes LEFT JOIN approvals ON change_id = status_changes.id
       WHERE status_changes.record_number = ? ORDER BY status_changes.id DESC LIMIT ?`,
    )
    .all(record.number, MOST)
    .map((row) => stepOf(row, names));
  const { status, trashed_at: trashedAt } = record;
  const next = status === null || trashedAt !== null ? [] : nextSteps(db, id, status);
  return { steps, next };
}

function stepOf(row: Row, names: ReadonlyMap<string, string>): ReviewStep {
  const { before, after, at, who, comment, revision } = row;
  const isSignatureRight = row.statement === null ? null : isApprovalRight(row);
  const name = names.get(who) ?? null;
  return {
    before,
    after,
    at,
    who,
    name,
    comment,
    revision,
    isOwn: row.is_own !== 0,
    isSignatureRight,
  };
}

function numberOf(db: Database, id: RecordId): number {
  return db.prepare('SELECT number FROM records WHERE id = ?').pluck().get(id) as number;
}

/** What is usual at each stage comes first. */
const usual: readonly Next[] = [
  'approved',
  'received',
  'in-review',
  'adopted',
  'returned',
  'draft',
];

function nextSteps(db: Database, id: RecordId, status: RecordStatus): Next[] {
  const active = activeProfiles(db);
  const isAlone = active.length === 1;
  const me = active.find(({ isCurrent }) => isCurrent);
  if (me === undefined) return [];
  const isOthers = isForReview(db, numberOf(db, id));
  const isJudge = me.isReviewer && (isAlone || senderOf(db, id) !== me.id);
  const may = (to: Next): boolean => {
    if (to === 'approved') return isJudge && (isAlone || status === 'in-review');
    if (to === 'returned' && status === 'in-review') return isJudge && (!isAlone || isOthers);
    // What is approved leaves next; that is done with a pack.
    if (to === 'in-review' && status === 'approved') return false;
    return true;
  };
  return usual.filter((to) => transitions[status].includes(to) && may(to));
}
