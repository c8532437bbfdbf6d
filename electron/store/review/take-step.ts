import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { review } from '../../../shared/contract/review.ts';
import { Failure } from '../../../shared/errors.ts';
import { workspaceOf, type StoreContext } from '../context.ts';
import { activeProfiles } from '../profiles/list-profiles.ts';
import { seatOf, type Seat } from '../profiles/seat.ts';
import { changeStatus } from '../records/change-status.ts';
import { approve } from './approve.ts';
import { senderOf } from './sender-of.ts';

type Step = (typeof review)['review.step'];

/** See `review.step`. */
export function takeStep(context: StoreContext, input: InputOf<Step>): OutputOf<Step> {
  const { db, info } = workspaceOf(context);
  const { id, to, comment } = input;
  const seat = mustSit(db);
  const step = db.transaction(() => {
    if (to === 'approved') {
      return { status: to, approval: approve(db, context.clock, info, seat, { id, comment }) };
    }
    if (to === 'returned' && isInReview(db, id)) mustBeOther(db, id, seat);
    changeStatus(db, context.clock, { id, to, who: seat.profileId, comment });
    return { status: to, approval: null };
  });
  return step.immediate();
}

/** Fails: `workspace-closed`, where nobody has unlocked. */
export function mustSit(db: Database): Seat {
  const seat = seatOf(db);
  if (seat === null) throw new Failure('workspace-closed');
  return seat;
}

function isInReview(db: Database, id: string): boolean {
  return db.prepare('SELECT status FROM records WHERE id = ?').pluck().get(id) === 'in-review';
}

/** Returning is a reviewer's word; whoever sent it takes it back instead. Fails: `profile-not-reviewer`, `approval-own`. */
function mustBeOther(db: Database, id: string, { profileId }: Seat): void {
  const active = activeProfiles(db);
  const me = active.find((profile) => profile.id === profileId);
  if (me?.isReviewer !== true) throw new Failure('profile-not-reviewer');
  if (active.length > 1 && senderOf(db, id) === profileId) throw new Failure('approval-own');
}
