import * as z from 'zod';
import { opinions } from '../packs/statement.ts';
import { command, job, query, Instant, Nothing, Page, PageRequest } from './define.ts';
import { ReceiptOutcome } from './answers.ts';
import { HighestMarking, OnwardWord, PackKind, Verification } from './packs.ts';
import { RecordId, RecordKind } from './records.ts';

const Uuid = z.uuid().lowercase();
export const Opinion = z.enum(opinions);
export type Opinion = z.output<typeof Opinion>;

/** What this office will say of a record when it forwards it. */
export const GivenOpinion = z.object({
  opinion: Opinion,
  text: z.string(),
  at: Instant,
  /** How whoever gave it is called; empty where nobody sat. */
  name: z.string(),
});
export type GivenOpinion = z.output<typeof GivenOpinion>;

/** A pack of a point that a provincial office may forward. */
export const EndorsablePack = z.object({
  packId: z.string(),
  kind: PackKind,
  senderId: z.string(),
  senderName: z.string(),
  sequence: z.number().int(),
  receivedAt: Instant,
  highestMarking: HighestMarking,
  /** The sender's covering note. */
  note: z.string(),
  records: z.array(
    z.object({
      /** At its sender. */
      recordId: z.string(),
      /** Here; null for one that was taken back. */
      id: RecordId.nullable(),
      title: z.string(),
      kind: RecordKind.nullable(),
      revision: z.number().int(),
      /** Whether no later pack brought another text of it. */
      isCurrent: z.boolean(),
      /** `endorsed`: it went on, and nothing else was said of it since. */
      state: ReceiptOutcome.nullable(),
      given: GivenOpinion.nullable(),
      /** What those to whom it was forwarded said: that they have it, or purged it. */
      onward: z.array(OnwardWord),
    }),
  ),
  /** Whether the original is here, to be forwarded: it goes once a record of it was taken back. */
  isKept: z.boolean(),
  /** Where it was forwarded to, newest first. */
  endorsed: z.array(z.object({ packId: z.string(), officeName: z.string(), at: Instant })),
});
export type EndorsablePack = z.output<typeof EndorsablePack>;

/** What an office said of a record when it forwarded it. */
export const SaidOpinion = z.object({
  /** The provincial office. */
  officeName: z.string(),
  opinion: Opinion,
  text: z.string(),
  revision: z.number().int(),
  at: Instant,
  /** The covering note of the pack that forwarded it. */
  note: z.string(),
});
export type SaidOpinion = z.output<typeof SaidOpinion>;

/** A provincial office forwards what its points sent, with its opinion (复核推荐). */
export const endorsements = {
  /**
   * Packs of points whose originals are here. `waiting`: not forwarded yet, and no later pack has brought all of it anew; of withdrawals,
   * those that take back what was forwarded, and once a backup was restored all. Fails: `workspace-not-province`.
   */
  'endorsements.packs': query(
    PageRequest.extend({ which: z.enum(['waiting', 'endorsed']) }),
    Page(EndorsablePack),
  ),
  /**
   * What this office says of a received record; null takes it back. What was forwarded stays said. Fails: `workspace-not-province`, `record-not-found`
   * (also for one's own), `answer-reveals`, `state-secret-marked`.
   */
  'endorsements.give': command(
    z.object({
      recordId: RecordId,
      given: z.object({ opinion: Opinion, text: z.string().trim().max(5000) }).nullable(),
    }),
    Nothing,
  ),
  /**
   * Forwards a pack to a desk: its original, byte for byte, with what was given of each of its records, signed by this office; reads the file back.
   * `packId`: of the original. `to`: an office's id, name or fingerprint. Records of it are then accepted here, and their sender is told so with the next receipt.
   * Fails: `workspace-not-province`, `original-not-kept`, `original-damaged`, `opinion-missing` (`count`), `recipient-not-enrolled`, `pack-not-for-office`, `answer-reveals`,
   * `state-secret-marked`, `pack-too-large`, `file-exists`, `file-not-writable`, `disk-full`, `cancelled`, and as `packs.verify`.
   */
  'endorsements.write': job(
    z.object({
      packId: Uuid,
      to: z.string().min(1).max(300),
      file: z.string().min(1).max(4096),
      note: z.string().trim().max(5000).default(''),
    }),
    z.object({
      packId: z.string(),
      file: z.string(),
      sizeInBytes: z.number().int(),
      verification: Verification,
    }),
    { paths: ['file'] },
  ),
  /** Opinions on a record: `given` is this office's own, not sent yet; `said`, those that were forwarded, newest first, by others to here or from here. */
  'endorsements.ofRecord': query(
    z.object({ id: RecordId }),
    z.object({ given: GivenOpinion.nullable(), said: z.array(SaidOpinion) }),
  ),
};
