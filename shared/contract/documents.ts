import * as z from 'zod';
import { Attachment, AttachmentId } from './attachments.ts';
import { command, job, query, Nothing } from './define.ts';
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

/** What became of records that left as a file. */
export const WrittenDocument = z.object({
  file: z.string(),
  sizeInBytes: z.number().int(),
  records: z.number().int(),
  pictures: z.number().int(),
  highestMarking: HighestMarking,
});
export type WrittenDocument = z.output<typeof WrittenDocument>;

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
  'documents.write': job(PaperWish.extend({ file: z.string().min(1).max(4096) }), WrittenDocument, {
    paths: ['file'],
  }),
  /**
   * Records as a page for `window.print` and `window.writePdf`: the main process shows it to a window without Node, preload, script or
   * network. `hash`: SHA-256 (hex) of the page. `marking`: what is printed of it. For paper the audit trail says that it was asked for (`print-asked`);
   * what became of that, `documents.notePrint` says. A window cannot ask for it. Fails: as `documents.write`, but for what concerns files.
   */
  'documents.makePage': job(
    PaperWish.extend({ isForPaper: z.boolean() }),
    z.object({
      html: z.string(),
      hash: z.string(),
      marking: z.string(),
      highestMarking: HighestMarking,
    }),
    { isCommandLineOnly: true },
  ),
  /**
   * Notes what became of a page that was handed to the print dialog: `printed`, `cancelled` by whoever was asked, or `failed`. A trail in which
   * nothing follows the asking says that nobody knows. A window cannot ask for it. Fails: `record-not-found`.
   */
  'documents.notePrint': command(
    z.object({
      recordIds: z.array(RecordId).min(1).max(200),
      outcome: z.enum(['printed', 'cancelled', 'failed']),
    }),
    Nothing,
    { isCommandLineOnly: true },
  ),
  /**
   * Writes what was made of that page, once the words that can be read out of it have been looked at again. `hash`: of the page; another one
   * by now is refused as `preflight-open`. A window cannot ask for it. Fails: as `documents.write`.
   */
  'documents.keepPdf': job(
    PaperWish.extend({
      file: z.string().min(1).max(4096),
      bytes: z.instanceof(Uint8Array),
      hash: z.string(),
    }),
    WrittenDocument,
    { paths: ['file'], isCommandLineOnly: true },
  ),
};
