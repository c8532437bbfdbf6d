import type { Database } from 'better-sqlite3';
import type { Handlers } from '../../../shared/contract/define.ts';
import type { review } from '../../../shared/contract/review.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { WAITS } from '../records/list-condition.ts';
import { activeProfiles } from '../profiles/list-profiles.ts';
import { listSteps } from './list-steps.ts';
import { takeStep } from './take-step.ts';
import { listUnapproved, needsApproval, setRule } from './unapproved.ts';
import { writeApproval } from './write-approval.ts';

/** No profile's id. */
const NOBODY = 'nobody';

export const reviewHandlers: Handlers<typeof review, StoreContext> = {
  'review.step': (context, input) => takeStep(context, input),
  'review.steps': (context, { id }) => listSteps(databaseOf(context), id),
  'review.waiting': (context) => countWaiting(databaseOf(context)),
  'review.unapproved': (context, { ids }) => ({
    items: listUnapproved(databaseOf(context), ids),
  }),
  'review.rule': (context) => ({ needsApproval: needsApproval(databaseOf(context)) }),
  'review.setRule': (context, { needsApproval: needed }) => {
    setRule(context, needed);
    return {};
  },
  'review.writeApproval': (context, input) => writeApproval(databaseOf(context), input),
};

/** `who`: the code by which a list shows the same ones. */
function countWaiting(db: Database): { count: number; who: string } {
  const active = activeProfiles(db);
  const me = active.find(({ isCurrent }) => isCurrent);
  if (me?.isReviewer !== true) return { count: 0, who: NOBODY };
  // Whoever works alone waits for nobody but themselves.
  const who = active.length === 1 ? NOBODY : me.id;
  const count = db
    .prepare(
      `SELECT count(*) FROM records WHERE trashed_at IS NULL AND status = 'in-review' AND ${WAITS}`,
    )
    .pluck()
    .get(who) as number;
  return { count, who };
}
