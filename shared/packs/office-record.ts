import * as z from 'zod';
import { canonicalJson, type JsonValue } from '../canonical-json.ts';
import { MAX_THREADS, Thread } from '../comments/thread.ts';
import { MAX_ATTACHMENT_IN_BYTES } from '../contract/attachments.ts';
import { RecordStatus } from '../contract/record-status.ts';
import { RecordKind } from '../contract/records.ts';
import { DocumentTree } from '../document/tree.ts';
import { RecordFields } from '../templates/record-fields.ts';

/**
 * `data/office/<record-id>.json`: a record on its way to a colleague of the same house, or back: as it stands, with real names, with what was
 * said about it and by whom it was approved. The table of parties never goes. One spelling (canonical JSON and a line feed); unknown
 * members are refused. `docs/pack-format.md` describes it.
 */
const Uuid = z.uuid().lowercase();
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Revision = z.number().int().min(0);
const Words = z.array(z.string().min(1).max(100)).max(50);

export const OfficeContent = z.strictObject({
  title: z.string().min(1).max(500),
  keywords: Words,
  caseNumbers: Words,
  fields: RecordFields,
  document: DocumentTree,
});
export type OfficeContent = z.output<typeof OfficeContent>;

/** A step of its way so far. `name`: what whoever took it was called then. */
const Step = z.strictObject({
  before: RecordStatus,
  after: RecordStatus,
  at: z.number().int(),
  who: z.string().min(1).max(100),
  name: z.string().max(100),
  comment: z.string().max(2000),
});
export type OfficeStep = z.output<typeof Step>;

/** As `docs/approvals.md` has it; `record`: the text whose hash is signed. */
const Approval = z.strictObject({
  statement: z.string().max(10_000),
  signature: z.string().max(2_000),
  publicKey: z.string().max(500),
  record: z.string().max(60_000_000),
});
export type OfficeApproval = z.output<typeof Approval>;

const Attachment = z.strictObject({
  id: Uuid,
  name: z.string().min(1).max(500),
  mediaType: z.string().min(1).max(200),
  addedAt: z.number().int(),
  sha256: Sha256,
  sizeInBytes: z.number().int().min(0).max(MAX_ATTACHMENT_IN_BYTES),
});
export type OfficeAttachment = z.output<typeof Attachment>;

export const OfficeRecord = z.strictObject({
  format: z.literal('jianzhi-office-record'),
  formatVersion: z.literal(1),
  id: Uuid,
  kind: RecordKind,
  revision: Revision,
  content: OfficeContent,
  /** What both offices had when they last exchanged it; `sha256` of its canonical JSON. */
  base: z.strictObject({ revision: Revision, sha256: Sha256, content: OfficeContent }),
  threads: z.array(Thread).max(MAX_THREADS),
  /** Newest first. */
  steps: z.array(Step).max(100),
  /** The latest, if it still is about this text. */
  approval: Approval.nullable(),
  attachments: z
    .array(Attachment)
    .max(500)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length),
  /** What the text cites; `item`: CSL-JSON as text. */
  sources: z.array(z.strictObject({ id: Uuid, item: z.string().max(400_000) })).max(2000),
});
export type OfficeRecord = z.output<typeof OfficeRecord>;

export function officeRecordText(record: OfficeRecord): string {
  return `${canonicalJson(record as JsonValue)}\n`;
}

/** Null for anything that is not exactly what `officeRecordText` writes. */
export function readOfficeRecord(text: string): OfficeRecord | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = OfficeRecord.safeParse(json);
  return parsed.success && officeRecordText(parsed.data) === text ? parsed.data : null;
}
