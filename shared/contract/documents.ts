import * as z from 'zod';
import { Attachment, AttachmentId } from './attachments.ts';
import { job, query } from './define.ts';
import { HighestMarking } from './packs.ts';
import { RecordId } from './records.ts';

/**
 * Records as official paper (GB/T 9704-2012) for people without this program. Whatever leaves so has passed the same pre-flight as a
 * pack: nothing undecided, only what was approved (unless `review.setRule` says otherwise), looked at once more before it is written.
 */
export const PaperWish = z.object({
  /** In this order; one named twice is there once. */
  recordIds: z.array(RecordId).min(1).max(200),
  /** Pictures of `documents.pictures` that are shown; of the others the caption stays. */
  attachmentIds: z.array(AttachmentId).max(500).default([]),
  /** `2026-11-23`: the day under the name of this office at the end; today without it; null: neither name nor day. */
  date: z.iso.date().nullable().optional(),
});

export const documents = {
  /**
   * The pictures that stand in the texts of records and that paper can show (PNG, JPEG); `others`: how many cannot be shown. Unknown
   * records have none. Fails: `document-invalid`, `document-newer`.
   */
  'documents.pictures': query(
    z.object({ recordIds: z.array(RecordId).min(1).max(200) }),
    z.object({ items: z.array(Attachment), others: z.number().int() }),
  ),
  /**
   * Writes records as one Word file that must not exist yet: A4, 22 lines of 28 characters, the highest of their markings at the upper
   * left of each record's first page. The file says nothing of who made it, where or when. Noted in the audit trail of each record. At
   * most 200 MB. Fails: `not-approved`, `preflight-open`, `state-secret-marked`, `record-not-found`, `record-in-trash`, `attachment-not-found` (also for one that is no picture of
   * these texts), `attachment-damaged`, `document-invalid`, `document-newer`, `document-too-large`, `file-exists`, `file-not-writable`, `disk-full`,
   * `cancelled`.
   */
  'documents.write': job(
    PaperWish.extend({ file: z.string().min(1).max(4096) }),
    z.object({
      file: z.string(),
      sizeInBytes: z.number().int(),
      records: z.number().int(),
      pictures: z.number().int(),
      highestMarking: HighestMarking,
    }),
    { paths: ['file'] },
  ),
};
