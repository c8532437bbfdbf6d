import * as z from 'zod';
import { command, job, query, Instant, Nothing } from './define.ts';
import { RecordStatus } from './record-status.ts';
import { RecordId } from './records.ts';
import { RecordFields } from '../templates/record-fields.ts';

export const OfficeDirection = z.enum(['for-review', 'back']);
export type OfficeDirection = z.output<typeof OfficeDirection>;

/**
 * Where a record stands between this office and a colleague's. `author`: it is ours and goes to them; `reviewer`: it is theirs and came
 * here. `away`: they have it.
 */
export const OfficeRound = z.object({
  officeId: z.string(),
  officeName: z.string(),
  role: z.enum(['author', 'reviewer']),
  state: z.enum(['here', 'away']),
  at: Instant,
  /** A text came back that waits to be joined by somebody who decides its conflicts. */
  isMergeOpen: z.boolean(),
  /** They approved, but another text than what stands here. */
  isOtherApproved: z.boolean(),
});
export type OfficeRound = z.output<typeof OfficeRound>;

export const MergeChoice = z.enum(['ours', 'theirs', 'both']);

/** What two copies say differently. See `shared/document/merge/conflict.ts`. */
export const OfficeConflict = z.object({
  key: z.string(),
  place: z.object({
    kind: z.enum(['title', 'order', 'field', 'heading', 'section', 'blocks']),
    field: z.string().optional(),
    section: z.string().optional(),
    heading: z.string().optional(),
  }),
  base: z.array(z.string()),
  ours: z.array(z.string()),
  theirs: z.array(z.string()),
  choices: z.array(MergeChoice),
});
export type OfficeConflict = z.output<typeof OfficeConflict>;

export const office = {
  /**
   * Sends records to a colleague's workspace for review, or back to where they came from, in one `office` pack: as they stand, with real
   * names, all attachments, comments, steps and approval; never the table of parties. What is sent for review is in review then. `to`: an
   * enrolled office that was marked as 同院同事. `file` is new. Fails: `recipient-not-enrolled`, `office-not-colleague`, `record-not-found`, `record-in-trash`,
   * `record-read-only`, `state-secret-marked`, `status-not-allowed`, `office-not-reviewer` (`back` for what did not come from there), `office-is-theirs` (the other way round),
   * `office-merge-open`, `pack-too-large`, `preflight-open` (in the note), `file-exists`, `file-not-writable`, `disk-full`, `cancelled`.
   */
  'office.send': job(
    z.object({
      recordIds: z.array(RecordId).min(1).max(100),
      to: z.string().min(1).max(300),
      file: z.string().min(1).max(4096),
      direction: OfficeDirection,
      note: z.string().trim().max(2000).default(''),
    }),
    z.object({ packId: z.string(), file: z.string(), sizeInBytes: z.number().int() }),
    { paths: ['file'] },
  ),
  /** Whether a record is between two offices; the latest exchange first. Fails: `record-not-found`. */
  'office.rounds': query(
    z.object({ recordId: RecordId }),
    z.object({ rounds: z.array(OfficeRound) }),
  ),
  /**
   * What has to be decided before the text that came back is joined to what stands here now. `saves`: of the record, to be given back.
   * Fails: `record-not-found`, `office-nothing-to-merge`, `document-invalid`.
   */
  'office.conflicts': query(
    z.object({ recordId: RecordId }),
    z.object({
      officeName: z.string(),
      receivedAt: Instant,
      saves: z.number().int(),
      conflicts: z.array(OfficeConflict),
      ours: RecordFields,
      theirs: RecordFields,
    }),
  ),
  /**
   * Joins the two. Every conflict must be decided. Both texts are kept as revisions before. Fails: `record-not-found`, `record-in-trash`,
   * `office-nothing-to-merge`, `record-changed-elsewhere` (somebody wrote meanwhile; the conflicts may be others), `office-conflicts-open`.
   */
  'office.merge': command(
    z.object({
      recordId: RecordId,
      saves: z.number().int(),
      choices: z.record(z.string().max(200), MergeChoice),
    }),
    z.object({ status: RecordStatus.nullable() }),
  ),
  /** Marks an enrolled office as 同院同事, or takes the mark away; noted in the audit trail. Fails: `recipient-not-enrolled`. */
  'office.setColleague': command(
    z.object({ officeId: z.string().max(100), isColleague: z.boolean() }),
    Nothing,
  ),
};
