import * as z from 'zod';

/**
 * How far a record has come: draft 草稿, in-review 送审中, approved 已批准, submitted 已报送, received 已回执, returned 退回修改,
 * adopted 已采用. Precedents have none: nobody submits them.
 */
export const RecordStatus = z.enum([
  'draft',
  'in-review',
  'approved',
  'submitted',
  'received',
  'returned',
  'adopted',
]);
export type RecordStatus = z.output<typeof RecordStatus>;

/** `program`: what happened made it so. Anybody else is named by the id of their profile. */
export const PROGRAM = 'program';

/** From each, what people may make of it. What has left and was changed since is approved anew before it leaves again. */
export const transitions: Readonly<Record<RecordStatus, readonly RecordStatus[]>> = {
  draft: ['in-review', 'approved'],
  'in-review': ['draft', 'approved', 'returned'],
  approved: ['draft', 'in-review', 'submitted'],
  submitted: ['received', 'returned', 'adopted', 'in-review', 'approved'],
  received: ['returned', 'adopted', 'in-review', 'approved'],
  returned: ['draft', 'in-review', 'approved'],
  adopted: [],
};

/**
 * Whether a record may go from one to the other. The program states facts: a pack that carries a record submits it,
 * whatever stood before, and again after that.
 */
export function mayBecome(from: RecordStatus, to: RecordStatus, by: string): boolean {
  if (by === PROGRAM && to === 'submitted') return true;
  return transitions[from].includes(to);
}
