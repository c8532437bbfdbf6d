import * as z from 'zod';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import { RecordKind } from '../../../shared/contract/records.ts';
import { HighestMarking, PackKind } from '../../../shared/contract/packs.ts';
import { MAX_ATTACHMENT_IN_BYTES } from '../../../shared/contract/attachments.ts';
import { Failure } from '../../../shared/errors.ts';
import { preflightDecisions, preflightKinds } from '../../../shared/preflight/finding.ts';
import { guidanceChannelOf } from '../../../shared/packs/guidance-channel.ts';
import { foldFileName, portableFileName } from '../../../shared/text/file-name.ts';
import { suites } from '../points/card.ts';
import { limits } from './limits.ts';

/** The highest that this program writes: 8 where a record is of version 4, else 7. The lower ones it reads. */
export const PACK_FORMAT_VERSION = 8;
const Uuid = z.uuid().lowercase();
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const Party = z.strictObject({
  officeId: Uuid,
  name: z.string().min(1).max(200),
  fingerprint: z.string().regex(/^\d{5}( \d{5}){5}$/),
});
export type Party = z.output<typeof Party>;

/**
 * A file that goes along with a record, under the name that it has when it leaves: one that every system can write, unlike any
 * other of the record but for case. Its bytes lie in the payload under their hash, once however many records have them.
 */
const PackedAttachment = z.strictObject({
  name: z
    .string()
    .max(200)
    .refine((name) => portableFileName(name) === name),
  sha256: Sha256,
  sizeInBytes: z.number().int().min(0).max(MAX_ATTACHMENT_IN_BYTES),
});
export type PackedAttachment = z.output<typeof PackedAttachment>;

/** One record in the table of contents. `sha256` is of `record.json` as exported. */
const Content = z.strictObject({
  id: Uuid,
  kind: RecordKind,
  title: z.string().min(1).max(500),
  revision: z.number().int().min(1),
  sha256: Sha256,
  attachments: z
    .array(PackedAttachment)
    .max(limits.attachments)
    .refine((all) => new Set(all.map(({ name }) => foldFileName(name))).size === all.length),
});
export type Content = z.output<typeof Content>;

/**
 * The report of the pre-flight: which rule found something, where it stands in the exported text, what was decided, and as what
 * the person who decided works. Never what was found, nor a hash of it.
 */
const PreflightReport = z.strictObject({
  scanned: z.literal(true),
  decisions: z
    .array(
      z.strictObject({
        recordId: Uuid,
        rule: z.enum(preflightKinds),
        place: z.string().max(200),
        start: z.number().int().min(0),
        end: z.number().int().min(0),
        decision: z.enum(preflightDecisions),
        role: z.enum(['officer', 'reviewer']),
      }),
    )
    .max(limits.decisions),
});
const NoPreflight = z.strictObject({ scanned: z.literal(false), decisions: z.tuple([]) });

/** Where the sender's audit trail stood: how many lines, and the hash of the last. A trail rewritten since does not lead there. */
const AuditHead = z.strictObject({ lines: z.number().int().min(0), hash: Sha256 });

/**
 * `pack.json`. Version 8 has records of version 4 among its own. From version 7 on there is a statement in the payload (`shared/packs/statement.ts`), packs of every kind, and guidance
 * to several offices; before, there were submissions to one alone. Version 6 has the head of the audit trail, version 5 has a report of the pre-flight. Before, there was no scanner, and the file said so: its version was the highest
 * of its records, or 4 if any had attachments; 1 knows no marking.
 */
export const PackJson = z.strictObject({
  format: z.literal('jianzhi-pack'),
  formatVersion: z.literal([1, 2, 3, 4, 5, 6, 7, 8]),
  suite: z.enum(suites),
  kind: PackKind,
  packId: Uuid,
  sender: Party,
  recipients: z.tuple([Party], Party).refine((all) => all.length <= limits.recipients),
  channel: z.string().max(100),
  epoch: z.string().regex(/^[0-9a-f]{32}$/),
  sequence: z.number().int().min(1),
  previousHash: Sha256.nullable(),
  createdAt: z.iso.datetime({ precision: 3 }),
  highestMarking: HighestMarking,
  contents: z.array(Content).max(1000),
  preflight: z.discriminatedUnion('scanned', [PreflightReport, NoPreflight]),
  audit: AuditHead.optional(),
});
export type PackJson = z.output<typeof PackJson>;

export function packJsonText(pack: PackJson): string {
  return `${canonicalJson(pack)}\n`;
}

const Opening = z.object({
  format: z.literal('jianzhi-pack'),
  formatVersion: z.number().int(),
  suite: z.string(),
  kind: z.string(),
});

/** Reads `pack.json`. Fails: `pack-newer`, `pack-suite-unknown`, `pack-kind-unknown`, `pack-structure-invalid`. */
export function readPackJson(text: string): PackJson {
  const json = parseJson(text);
  const opening = Opening.safeParse(json);
  if (!opening.success) throw new Failure('pack-structure-invalid', { file: 'pack.json' });
  const { formatVersion, suite, kind } = opening.data;
  if (formatVersion > PACK_FORMAT_VERSION) throw new Failure('pack-newer', { formatVersion });
  if (!suites.some((known) => known === suite)) throw new Failure('pack-suite-unknown', { suite });
  if (!PackKind.safeParse(kind).success) throw new Failure('pack-kind-unknown', { kind });
  const pack = PackJson.safeParse(json);
  if (!pack.success || packJsonText(pack.data) !== text || !isConsistent(pack.data)) {
    throw new Failure('pack-structure-invalid', { file: 'pack.json' });
  }
  return pack.data;
}

function isConsistent(pack: PackJson): boolean {
  const ids = new Set(pack.contents.map((content) => content.id));
  const isFirst = pack.sequence === 1;
  return (
    ids.size === pack.contents.length &&
    isChannelOf(pack) &&
    isFirst === (pack.previousHash === null) &&
    hasItsContents(pack) &&
    hasItsRoles(pack) &&
    (pack.formatVersion > 1 || pack.highestMarking === 'none') &&
    pack.formatVersion >= 5 === pack.preflight.scanned &&
    pack.formatVersion >= 6 === (pack.audit !== undefined) &&
    (pack.formatVersion >= 5 ||
      (pack.formatVersion === 4) ===
        pack.contents.some(({ attachments }) => attachments.length > 0))
  );
}

/** Guidance has one channel for all; everything else goes to one office in the channel between the two. */
function isChannelOf({ kind, sender, recipients, channel }: PackJson): boolean {
  if (kind === 'guidance') {
    const offices = new Set(recipients.map(({ officeId }) => officeId));
    return channel === guidanceChannelOf(sender.officeId) && offices.size === recipients.length;
  }
  return recipients.length === 1 && channel === channelOf(sender.officeId, recipients[0].officeId);
}

/** Records go with submissions, corrections and, if there are any, guidance; the other kinds have none of their own. */
function hasItsContents({ formatVersion, kind, contents }: PackJson): boolean {
  if (formatVersion < 7) return kind === 'submission' && contents.length > 0;
  if (kind === 'submission' || kind === 'correction') return contents.length > 0;
  return kind === 'guidance' || contents.length === 0;
}

function hasItsRoles({ formatVersion, preflight }: PackJson): boolean {
  return formatVersion >= 7 || preflight.decisions.every(({ role }) => role === 'officer');
}

/** The version of a pack whose records alone would ask for `ofRecords`. */
export function packVersionOf(
  ofRecords: 1 | 2 | 3 | 4,
  hasStatement: boolean,
  { contents, preflight, audit }: Pick<PackJson, 'contents' | 'preflight' | 'audit'>,
): PackJson['formatVersion'] {
  if (hasStatement) return ofRecords === 4 ? 8 : 7;
  if (preflight.scanned) return audit === undefined ? 5 : 6;
  return contents.some(({ attachments }) => attachments.length > 0) ? 4 : ofRecords;
}

/** Where the bytes of an attachment lie. */
export function attachmentPath(sha256: string): string {
  return `data/attachments/${sha256}`;
}

/** Numbers run from one office to another. */
export function channelOf(senderId: string, recipientId: string): string {
  return `${senderId}/${recipientId}`;
}

/** What the signature's trusted comment must be, to the letter. */
export function trustedCommentOf(pack: PackJson): string {
  const { packId, kind, channel, epoch, sequence } = pack;
  return `jianzhi-pack pack:${packId} kind:${kind} channel:${channel} epoch:${epoch} sequence:${String(sequence)}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
