import * as z from 'zod';
import { command, query, Instant, Nothing } from './define.ts';
import { RecordStatus } from './record-status.ts';
import { RecordId } from './records.ts';

/** A line of JSON that an approval key signs: this revision, these bytes, this person, this time. */
export const ApprovalStatement = z.strictObject({
  format: z.literal('jianzhi-approval'),
  formatVersion: z.literal(1),
  officeId: z.string(),
  profileId: z.string(),
  /** As it was then; empty if none had been given. */
  profileName: z.string(),
  recordId: z.string(),
  revision: z.number().int(),
  /** SHA-256 (hex) of `record.json` as this revision is exported without attachments, before anything is replaced. */
  sha256: z.string(),
  /** `2026-11-22T01:02:03.456Z`. */
  approvedAt: z.string(),
  /** By the one officer of an office, who also wrote it. */
  isOwn: z.boolean(),
});
export type ApprovalStatement = z.output<typeof ApprovalStatement>;

/** One step of a record's way. */
export const ReviewStep = z.object({
  before: RecordStatus,
  after: RecordStatus,
  at: Instant,
  /** `program`, or the id of a profile. */
  who: z.string(),
  /** What whoever it is is called, here or in a colleague's workspace; null if nobody knows. */
  name: z.string().nullable(),
  comment: z.string(),
  revision: z.number().int().nullable(),
  isOwn: z.boolean(),
  /** Of an approval: whether its signature is right, counted again now. Null for other steps. */
  isSignatureRight: z.boolean().nullable(),
});
export type ReviewStep = z.output<typeof ReviewStep>;

const Steps = z.enum(['draft', 'in-review', 'approved', 'received', 'returned', 'adopted']);

export const review = {
  /**
   * Takes a record a step further. `approved` is signed by the approval key of whoever sits here: a reviewer, and not the one who sent it for
   * review, unless nobody else works here; that is recorded as such. Fails: `workspace-closed`, `record-not-found`, `record-in-trash`, `record-read-only`,
   * `status-not-allowed`, `profile-not-reviewer`, `approval-own`, `state-secret-marked` (what bears such a marking is not approved), `document-invalid`, `document-newer`.
   */
  'review.step': command(
    z.object({ id: RecordId, to: Steps, comment: z.string().trim().max(2000).default('') }),
    z.object({ status: RecordStatus, approval: ApprovalStatement.nullable() }),
  ),
  /**
   * The way of a record so far, newest first, at most 500 steps, and the steps that whoever sits here may take next, the usual one
   * first. Fails: `record-not-found`.
   */
  'review.steps': query(
    z.object({ id: RecordId }),
    z.object({ steps: z.array(ReviewStep), next: z.array(Steps) }),
  ),
  /**
   * How many records wait for whoever sits here to approve or return them: others' records, here and not with a colleague. `who`: the code of the list
   * `waiting` that shows them.
   */
  'review.waiting': query(Nothing, z.object({ count: z.number().int(), who: z.string() })),
  /**
   * Of these records, the ones that may not leave because nobody approved them as they stand (none, if the workspace does not ask for it), and
   * whether whoever sits here may approve each at once; and always those that are a colleague's, came here for review and leave from there.
   */
  'review.unapproved': query(
    z.object({ ids: z.array(RecordId).max(1000) }),
    z.object({
      items: z.array(
        z.object({
          id: RecordId,
          title: z.string(),
          mayApprove: z.boolean(),
          isColleagues: z.boolean(),
        }),
      ),
    }),
  ),
  /** Whether only approved records may leave. They must, unless a reviewer decided otherwise. */
  'review.rule': query(Nothing, z.object({ needsApproval: z.boolean() })),
  /** Decides it; noted in the audit trail. Fails: `profile-not-reviewer`. */
  'review.setRule': command(z.object({ needsApproval: z.boolean() }), Nothing),
  /**
   * Writes the latest approval of a record into a new folder, to be verified with tools of others: `approval.json`, `approval.json.minisig`,
   * `approval.pub`, `record.json`. Fails: `record-not-found`, `not-approved`, `file-exists`, `file-not-writable`, `disk-full`.
   */
  'review.writeApproval': command(
    z.object({ id: RecordId, folder: z.string().min(1).max(4096) }),
    z.object({ folder: z.string(), approval: ApprovalStatement }),
    { paths: ['folder'], isCommandLineOnly: true },
  ),
};
