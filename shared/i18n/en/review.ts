import type { RecordStatus } from '../../contract/record-status.ts';
import type { review as source } from '../zh-CN/review.ts';

type Verbs = Record<RecordStatus, string>;

const verbs: Verbs = {
  draft: 'Back to draft',
  'in-review': 'Send for review',
  approved: 'Approve',
  submitted: 'Submit',
  received: 'Note as received',
  returned: 'Return for changes',
  adopted: 'Note as adopted',
};
const verbsFrom: Partial<Record<RecordStatus, Partial<Verbs>>> = {
  'in-review': { draft: 'Take back' },
  approved: { draft: 'Withdraw approval' },
  submitted: {
    returned: 'Note as returned',
    'in-review': 'Send for review again',
    approved: 'Approve again',
  },
  received: {
    returned: 'Note as returned',
    'in-review': 'Send for review again',
    approved: 'Approve again',
  },
  returned: { draft: 'Make it a draft', 'in-review': 'Send for review again' },
};

export const review: typeof source = {
  verb: (from, to) => verbsFrom[from]?.[to] ?? verbs[to],
  comment: 'Comment (optional)',
  otherSteps: 'Other steps',
  steps: 'Steps so far',
  noSteps: 'None yet.',
  revision: (number) => `version ${number}`,
  own: 'an office of one: approved by the author',
  reopened: 'Changed after approval: a draft again',
  signed: 'signature verified',
  notSigned: 'the signature does not hold: do not rely on it',
  program: 'program',
  waiting: 'Waiting for me',
  ruleTitle: 'Only approved records leave',
  ruleText:
    'What is not approved, or was changed afterwards, cannot go into a pack. Changing this is noted in the audit trail.',
  unapproved: (count) => `Not approved as they stand (${count}), so they cannot leave:`,
  approveThese: (count) => `Approve (${count})`,
  colleagues: (count) =>
    `A colleague’s, here for review (${count}). Return them; they leave from there alone:`,
  askReview: 'Open them, send them for review, and export after a reviewer has approved.',
};
