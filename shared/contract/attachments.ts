import * as z from 'zod';
import { command, job, query, Instant, Nothing, Page, PageRequest } from './define.ts';
import { RecordId, RecordKind } from './records.ts';
import { SnippetPiece } from './search.ts';

/** 200 MB of 1,048,576 bytes. */
export const MAX_ATTACHMENT_IN_BYTES = 200 * 1024 ** 2;

/** UUIDv7, lower case. */
export const AttachmentId = z.uuid().brand<'AttachmentId'>();
export type AttachmentId = z.output<typeof AttachmentId>;

/**
 * Whether the text of an attachment is found by search. `waiting`: it has not been read yet. `text`: yes; `cut`: the first
 * 5,000,000 characters or 5,000 pages. `no-text`: it has none, as a scan; `locked`: it has a password; `damaged`; `too-large`:
 * larger than 64 MB, or reading it took too much memory or time. `not-read`: files of this kind are not read.
 */
export const TextState = z.enum([
  'waiting',
  'text',
  'cut',
  'no-text',
  'locked',
  'damaged',
  'too-large',
  'not-read',
]);
export type TextState = z.output<typeof TextState>;

export const Attachment = z.object({
  id: AttachmentId,
  recordId: RecordId,
  /** NFC, one line, no path separators; unlike any other of the record but for case. At most 200 bytes of UTF-8. */
  name: z.string(),
  /** What the bytes are, as far as their beginning and the name tell. */
  mediaType: z.string(),
  sizeInBytes: z.number().int(),
  /** SHA-256 of the bytes, hex. */
  hash: z.string(),
  addedAt: Instant,
  removedAt: Instant.nullable(),
  textState: TextState,
  /** Pages of it that have no text, such as scanned ones among others. */
  blankPages: z.number().int(),
});
export type Attachment = z.output<typeof Attachment>;

/** An attachment whose text was found; the snippet is of `page`, null for files without pages. */
export const AttachmentHit = z.object({
  attachment: Attachment,
  recordTitle: z.string(),
  page: z.number().int().nullable(),
  snippet: z.array(SnippetPiece),
});
export type AttachmentHit = z.output<typeof AttachmentHit>;

/** Why a file was not attached. `file-changed`: it was being written while it was read. */
export const AttachmentSkipCode = z.enum(['file-too-large', 'file-unreadable', 'file-changed']);
export type AttachmentSkipCode = z.output<typeof AttachmentSkipCode>;

/**
 * Why a picture was not taken into a text: `picture-unknown`, no PNG, JPEG, GIF, WebP or BMP; `picture-too-large`, over 20 MB;
 * `picture-too-many-pixels`, over 20,000 on a side or 50 million in all.
 */
export const PictureRefusal = z.enum([
  'file-unreadable',
  'picture-unknown',
  'picture-too-large',
  'picture-too-many-pixels',
]);
export type PictureRefusal = z.output<typeof PictureRefusal>;
/** Bytes of a picture that may be shown: 20 MB of 1,048,576. */
export const MAX_PICTURE_IN_BYTES = 20 * 1024 ** 2;

/** Why an attachment is not shown. It can be saved out all the same. */
export const NoPreviewReason = z.enum(['kind', 'too-large', 'too-many-pixels', 'damaged']);
export type NoPreviewReason = z.output<typeof NoPreviewReason>;

export const Preview = z.discriminatedUnion('kind', [
  /** PNG, JPEG, GIF, WebP or BMP, recognised by its bytes; at most 20 MB, 20,000 pixels a side, 50 million in all. */
  z.object({
    kind: z.literal('image'),
    mediaType: z.string(),
    width: z.number().int(),
    height: z.number().int(),
    base64: z.string(),
  }),
  /** The first 256 KiB, as characters: HTML and SVG too are only text. `isCut`: there is more. */
  z.object({ kind: z.literal('text'), text: z.string(), isCut: z.boolean() }),
  /** It begins as a PDF file does; the window reads it piece by piece through `attachments.slice`. */
  z.object({ kind: z.literal('pdf') }),
  z.object({ kind: z.literal('none'), reason: NoPreviewReason }),
]);
export type Preview = z.output<typeof Preview>;

/** The longest piece of an attachment that is handed out at once: 1 MiB. */
export const MAX_SLICE_IN_BYTES = 1024 ** 2;

const Ids = z.object({ ids: z.array(AttachmentId).min(1).max(500) });

export const attachments = {
  /** Those of a record, oldest first; a record in the trash keeps its own. `removed`: those that were removed instead. Fails: `record-not-found`. */
  'attachments.list': query(
    PageRequest.extend({ recordId: RecordId, removed: z.boolean().default(false) }),
    Page(Attachment),
  ),
  /** Those of several records that are not in the trash, record by record, without the removed. Unknown records have none. */
  'attachments.ofRecords': query(
    PageRequest.extend({ recordIds: z.array(RecordId).min(1).max(1000) }),
    Page(Attachment),
  ),
  /**
   * Stores copies of files with a record, one after another, each whole or not at all; a file that cannot be taken is reported and
   * the others go on. Equal bytes are stored once in the workspace. A file that the record has already, under the
   * same name, counts as `known`. A name that is taken gets a number. Files of at most 200 MB; folders are `file-unreadable`. Progress is in
   * per cent of all bytes. Cancelling keeps what was taken so far. Fails: `record-not-found`, `record-in-trash`, `disk-full`,
   * `cancelled`.
   */
  'attachments.add': job(
    z.object({
      recordId: RecordId,
      paths: z.array(z.string().min(1).max(4096)).min(1).max(1000),
    }),
    z.object({
      added: z.array(Attachment),
      known: z.number().int(),
      skipped: z.array(z.object({ file: z.string(), code: AttachmentSkipCode })),
    }),
    { paths: ['paths'] },
  ),
  /**
   * Stores pictures that stand in a record's text, from files or as they were pasted, in that order. One that the window could not show
   * is refused and nothing of it is kept; the others are. Bytes that the record has already are not added again. Fails:
   * `record-not-found`, `record-in-trash`, `disk-full`.
   */
  'attachments.addPictures': command(
    z.object({
      recordId: RecordId,
      paths: z.array(z.string().min(1).max(4096)).max(100).default([]),
      pasted: z
        .array(z.object({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) }))
        .max(100)
        .default([]),
    }),
    z.object({
      pictures: z.array(
        z.union([
          z.object({ attachment: Attachment }),
          z.object({ name: z.string(), code: PictureRefusal }),
        ]),
      ),
    }),
    { paths: ['paths'] },
  ),
  /** Stores a text file with a record. Fails: `record-not-found`, `record-in-trash`, `disk-full`. */
  'attachments.addText': command(
    z.object({
      recordId: RecordId,
      name: z.string().min(1).max(1000),
      text: z.string().max(5_000_000),
    }),
    Attachment,
  ),
  /**
   * Gives a record copies of what other records have attached, since its text was given their pictures and links. The bytes are shared. What
   * is not there any more is left out. Fails: `record-not-found`, `record-in-trash`.
   */
  'attachments.adopt': command(
    z.object({ recordId: RecordId, ids: z.array(AttachmentId).max(1000) }),
    z.object({
      adopted: z.array(z.object({ from: AttachmentId, id: AttachmentId, name: z.string() })),
    }),
  ),
  /**
   * Writes an attachment to a new file, byte for byte, reads it back and compares its hash. Progress is in per cent. It leaves the vault, as it is and checked by nobody: the audit trail
   * says so, and whoever calls it has asked. Fails: `state-secret-marked` (its record bears such a marking), `attachment-not-found`, `attachment-damaged`, `file-exists`, `file-not-writable`, `disk-full`,
   * `cancelled`.
   */
  'attachments.saveAs': job(
    z.object({ id: AttachmentId, file: z.string().min(1).max(4096) }),
    z.object({ file: z.string(), sizeInBytes: z.number().int() }),
    { paths: ['file'] },
  ),
  /** What may be shown of it in the window. Fails: `attachment-not-found`, `attachment-damaged`. */
  'attachments.preview': query(z.object({ id: AttachmentId }), Preview),
  /**
   * Some of its bytes, from the offset `from`; fewer than `length` only at its end. For what is shown piece by piece. Fails:
   * `attachment-not-found`, `attachment-damaged`.
   */
  'attachments.slice': query(
    z.object({
      id: AttachmentId,
      from: z.number().int().min(0).max(MAX_ATTACHMENT_IN_BYTES),
      length: z.number().int().min(1).max(MAX_SLICE_IN_BYTES),
    }),
    z.object({ bytes: z.instanceof(Uint8Array) }),
  ),
  /** Fails: `attachment-not-found`, `attachment-name-invalid`, `attachment-name-taken`, `record-in-trash`. */
  'attachments.rename': command(
    z.object({ id: AttachmentId, name: z.string().max(1000) }),
    Attachment,
  ),
  /** Takes attachments off their record; they can be brought back. Fails: `attachment-not-found`, `record-in-trash`. */
  'attachments.remove': command(Ids, Nothing),
  /** Brings removed attachments back. Fails: `attachment-not-found`, `record-in-trash`. */
  'attachments.restore': command(Ids, Nothing),
  /**
   * Reads the text of every attachment that nobody has read, the latest first, so that it is found: `.pdf`, `.docx`, `.xlsx`,
   * `.html`, `.txt`, `.csv`, `.md`, each in a thread with limits of memory and time (60 s, 64 MB of file). What was read is kept one
   * by one; stopping or a kill loses at most one file. Fails: `cancelled`.
   */
  'attachments.readTexts': job(Nothing, z.object({ read: z.number().int() })),
  /** How many contents wait to be read. */
  'attachments.textState': query(Nothing, z.object({ waiting: z.number().int() })),
  /**
   * Finds attachments by their text, in the language of `search.find`: each attachment is one text, in which every word
   * must be, on whatever page; a phrase must be on one page. What a scan of the folded pages finds is found, and
   * identifiers in their other forms. A query for what only records have (a title, a charge, a year …) finds nothing here.
   * Removed attachments and records in the trash are passed over. Totals are exact below 1,000. Fails: `cancelled`.
   */
  'attachments.search': query(
    z.object({
      query: z.string().max(100_000),
      kinds: z.array(RecordKind).default([]),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(50).default(20),
      asker: z.string().min(1).max(50).optional(),
    }),
    z.object({ hits: z.array(AttachmentHit), total: z.number().int(), isExact: z.boolean() }),
  ),
  /**
   * Deletes removed attachments for good. Bytes that no other attachment needs are overwritten, bit by bit, soon after. Fails:
   * `attachment-not-found` (also for one that was not removed before), `attachment-in-history` if a kept revision shows it.
   */
  'attachments.purge': command(Ids, Nothing),
};
