import type { Database } from 'better-sqlite3';
import type { Handlers } from '../../../shared/contract/define.ts';
import type { review } from '../../../shared/contract/review.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { activeProfiles } from '../profiles/list-profiles.ts';
import { listSteps } from './list-steps.ts';
import { takeStep } from './take-step.ts';
import { listUnapproved, needsApproval, setRule } from './unapproved.ts';
import { writeApproval } from './write-approval.ts';

export const reviewHandlers: Handlers<typeof review, StoreContext> = {
  'review.step': (context, input) => takeStep(context, input),
  'review.steps': (context, { id }) => listSteps(databaseOf(context), id),
  'review.waiting': (context) => ({ count: countWaiting(databaseOf(context)) }),
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

function countWaiting(db: Database): number {
  const active = activeProfiles(db);
  const me = active.find(({ isCurrent }) => isCurrent);
  if (me?.isReviewer !== true) return 0;
  // Whoever works alone waits for nobody but themselves.
  const others = active.length === 1 ? '' : me.id;
  return db
    .prepare(
      `SELECT count(*) FROM records WHERE trashed_at IS NULL AND status = 'in-review'
         AND (SELECT who FROM status_changes WHERE record_number = records.number AND after = 'in-review'
           ORDER BY id DESC LIMIT 1) IS NOT ?`,
    )
    .pluck()
    .get(others) as number;
}
