import * as z from 'zod';
import { job, query, Instant, Page, PageRequest } from './define.ts';
import { packKinds } from '../packs/pack-kinds.ts';
import { receiptOutcomes, Statement } from '../packs/statement.ts';
import { Marking } from '../templates/record-fields.ts';
import { AttachmentId } from './attachments.ts';
import { Figure, Period } from './caseload.ts';
import { RecordId, RecordKind } from './records.ts';

/** The kinds there are. Others are refused (`pack-kind-unknown`). */
export const PackKind = z.enum(packKinds);

/** The highest of its records' markings; `none` when none is marked. */
export const HighestMarking = z.enum(['none', ...Marking.options]);
export type HighestMarking = z.output<typeof HighestMarking>;

/** A file that went along with a record, under the name that it left with. */
export const PackAttachment = z.object({
  name: z.string(),
  sizeInBytes: z.number().int(),
  /** Hex. */
  sha256: z.string(),
});
export type PackAttachment = z.output<typeof PackAttachment>;

export const PackContent = z.object({
  id: z.string(),
  kind: RecordKind,
  title: z.string(),
  revision: z.number().int(),
  attachments: z.array(PackAttachment),
});
export type PackContent = z.output<typeof PackContent>;

/** The last word of its recipient on a record; null as long as there is none. */
const Outcome = z.enum(receiptOutcomes).nullable();

/** What became of a record further on, by the office that has it or purged it: the times of its first receipts that said so. */
export const OnwardWord = z.object({
  officeName: z.string(),
  receivedAt: Instant.nullable(),
  purgedAt: Instant.nullable(),
});
export type OnwardWord = z.output<typeof OnwardWord>;
const Onward = z.array(OnwardWord);

export const SentPack = z.object({
  packId: z.string(),
  kind: PackKind,
  /** Of several, joined by 、. */
  recipientName: z.string(),
  sequence: z.number().int(),
  createdAt: Instant,
  fileName: z.string(),
  /** The covering note. */
  note: z.string(),
  /** `not-expected`: nobody answers for a pack of this kind. */
  answer: z.enum(['waiting', 'answered', 'not-expected']),
  /** Whether its bytes are still there to be sent again. */
  isKept: z.boolean(),
  /** Signed with a key that was changed since: it is not sent again but written anew, with the present key. */
  isOfFormerKey: z.boolean(),
  /** `onward`: what became of it where a provincial office forwarded it. */
  contents: z.array(PackContent.extend({ outcome: Outcome, onward: Onward })),
  /** The records that a withdrawal takes back; `title` is empty for one that is no longer here. */
  withdrawn: z.array(
    z.object({ id: z.string(), title: z.string(), outcome: Outcome, onward: Onward }),
  ),
  /** What a correction replaces. */
  replaces: z.array(
    z.object({ recordId: z.string(), packId: z.string(), revision: z.number().int() }),
  ),
});
export type SentPack = z.output<typeof SentPack>;

/** In which pack a record went to an office last. */
export const EarlierSent = z.object({
  recordId: z.string(),
  packId: z.string(),
  sequence: z.number().int(),
  revision: z.number().int(),
  sentAt: Instant,
});
export type EarlierSent = z.output<typeof EarlierSent>;

const Written = z.object({
  packId: z.string(),
  file: z.string(),
  sizeInBytes: z.number().int(),
  verification: z.lazy(() => Verification),
});
/** The office's own figures of one period, at least one. */
export const OwnFigures = z.object({ period: Period, figures: z.array(Figure).min(1).max(100) });
export type OwnFigures = z.output<typeof OwnFigures>;
const To = z.string().min(1).max(300);
const NewFile = z.string().min(1).max(4096);
const Note = z.string().max(5000);

/** What was found about a pack that passed every step. */
export const Verification = z.object({
  packId: z.string(),
  kind: PackKind,
  /** `sender`: this workspace made it; `recipient`: it is addressed to this workspace. */
  role: z.enum(['sender', 'recipient']),
  senderName: z.string(),
  senderFingerprint: z.string(),
  senderEnrolledAt: Instant.nullable(),
  recipientNames: z.array(z.string()),
  /** What the pack says beside its records; packs before version 7 say nothing. */
  statement: Statement.nullable(),
  epoch: z.string(),
  sequence: z.number().int(),
  createdAt: Instant,
  highestMarking: HighestMarking,
  contents: z.array(PackContent),
  /** Of an endorsement: the pack that it forwards, whose own signature was checked as well; `contents` are its records. */
  original: z
    .object({
      packId: z.string(),
      kind: PackKind,
      senderName: z.string(),
      senderFingerprint: z.string(),
      sequence: z.number().int(),
      createdAt: Instant,
    })
    .nullable(),
  payloadFiles: z.number().int(),
  payloadBytes: z.number().int(),
  /** SHA-256 of tagmanifest-sha256.txt, hex. */
  hash: z.string(),
  /**
   * Where the sender's audit trail stood (packs before version 6 do not say it). `isInTrail`, of a pack of one's own: whether the trail of
   * now still leads through that line; false means that it was rewritten or cut since. Null for packs of others.
   */
  audit: z
    .object({ lines: z.number().int(), hash: z.string(), isInTrail: z.boolean().nullable() })
    .nullable(),
});
export type Verification = z.output<typeof Verification>;

export const packs = {
  /**
   * Writes a submission of the chosen records to an enrolled office, or a correction if all of them went there before, which names what
   * each replaces (`pack-mixes-corrections` if some did and some did not; taken back is as if it never went). It reads the file back and verifies it before it
   * answers. `to` is an office's id, name or fingerprint. Exported equals chosen or it fails. Nothing is left behind
   * by a failure. A record named twice goes once. `attachmentIds`: those of its attachments, and no others, go along, under
   * names that every system can write. `note` is the covering note; `caseload`: figures of periods, which a submission brings and a correction does not
   * (`caseload-with-correction`; `caseload-invalid` for a period or kind named twice). At most 1984 MiB of payload, 500 attachments of a record. Only approved records leave, unless `review.setRule` says otherwise. Fails: `record-is-colleagues`, `not-approved`, `recipient-not-enrolled`,
   * `record-not-found`, `record-in-trash`, `pack-not-for-office`, `attachment-not-found` (also for one that was removed, or whose record does not go), `attachment-damaged`, `document-invalid`, `document-newer`, `pack-too-large`, `file-exists`,
   * `file-not-writable`, `disk-full`, `cancelled`.
   */
  'packs.export': job(
    z.object({
      recordIds: z.array(RecordId).min(1).max(1000),
      to: To,
      file: NewFile,
      attachmentIds: z.array(AttachmentId).max(10_000).optional(),
      note: Note.optional(),
      caseload: z.array(OwnFigures).max(24).optional(),
    }),
    Written,
    { paths: ['file'] },
  ),
  /** Which of some records went to an office already, in which pack last; without those that were taken back. */
  'packs.earlier': query(
    z.object({ recordIds: z.array(RecordId).max(1000), officeId: z.string().max(100) }),
    z.object({ items: z.array(EarlierSent) }),
  ),
  /**
   * The offices that a record of one's own went to and was not taken back from, the latest first. `isAgain`: it was, but nobody answered, and
   * that pack cannot be sent again since keys were changed or its bytes are not kept.
   */
  'packs.where': query(
    z.object({ recordId: RecordId }),
    z.object({
      items: z.array(z.object({ id: z.string(), name: z.string(), isAgain: z.boolean() })),
    }),
  ),
  /**
   * Writes the withdrawal 撤回 of records from an office they went to: it purges them, and says so in its receipt. `note` says why. Nothing
   * is changed here. Fails: `record-not-sent` for one that did not go there, or was taken back
   * already by a pack that was answered or can be sent again; `answer-reveals`,
   * `state-secret-marked` (the note); and as `packs.export`.
   */
  'packs.withdraw': job(
    z.object({
      recordIds: z.array(RecordId).min(1).max(1000),
      to: To,
      file: NewFile,
      note: Note.default(''),
    }),
    Written,
    { paths: ['file'] },
  ),
  /**
   * Gives a pack that this workspace wrote out once more: the same bytes. They are kept in its folder, at most 8 GiB, the newest. Fails:
   * `pack-not-found`, `pack-of-former-key` (signed with a key that was changed since: receivers refuse it, so it is to be written anew), `pack-not-kept`, `file-exists`, `file-not-writable`, `disk-full`, `cancelled`.
   */
  'packs.resend': job(
    z.object({ packId: z.uuid().lowercase(), file: NewFile }),
    z.object({ packId: z.string(), file: z.string(), sizeInBytes: z.number().int() }),
    { paths: ['file'] },
  ),
  /**
   * Checks a pack in the receiver's order (see docs/pack-format.md) and stores nothing. Fails with the one code that names the
   * first thing wrong: `file-unreadable`, `disk-full`, `cancelled`, `pack-too-large`, `pack-not-decryptable`, `pack-not-addressed-here`, `pack-archive-unsafe`, `pack-structure-invalid`,
   * `pack-signer-unknown`, `pack-key-revoked` (signed under a card that was replaced or revoked, and not taken in before), `pack-signature-invalid`, `pack-comment-differs`, `pack-kind-unknown`, `pack-suite-unknown`,
   * `pack-newer`, `pack-payload-changed`, `pack-file-unlisted`, `pack-file-missing`, `pack-record-invalid`, `pack-rendering-differs`, `pack-statement-invalid`, `pack-kind-not-allowed`, `caseload-invalid`;
   * of an endorsement also `endorsed-signer-unknown`, `endorsed-not-for-sender`, `endorsed-not-forwardable`, `endorsed-original-invalid` (`code`).
   */
  'packs.verify': job(z.object({ file: z.string().min(1).max(4096) }), Verification, {
    paths: ['file'],
  }),
  /** Packs this workspace wrote, newest first: all, those not answered or answered, those that one record went in or was taken back by. */
  'packs.list': query(
    PageRequest.extend({
      state: z.enum(['waiting', 'answered']).optional(),
      recordId: RecordId.optional(),
    }),
    Page(SentPack),
  ),
};
