import * as z from 'zod';
import { command, job, query, Instant, Nothing, Page, PageRequest } from './define.ts';
import { HighestMarking, PackContent, PackKind, Verification } from './packs.ts';

/** What became of a pack that was brought. `missing`: numbers before it in its channel and epoch that did not come, at most 100. */
export const TakenIn = z.object({
  /** `again`: it was taken in before, and nothing has changed. */
  state: z.enum(['taken', 'again']),
  packId: z.string(),
  kind: PackKind,
  senderId: z.string(),
  senderName: z.string(),
  channel: z.string(),
  epoch: z.string(),
  sequence: z.number().int(),
  missing: z.array(z.number().int()),
  records: z.number().int(),
});
export type TakenIn = z.output<typeof TakenIn>;

/** A pack that was taken in. */
export const ReceivedPack = z.object({
  packId: z.string(),
  kind: PackKind,
  senderId: z.string(),
  senderName: z.string(),
  sequence: z.number().int(),
  createdAt: Instant,
  receivedAt: Instant,
  fileName: z.string(),
  highestMarking: HighestMarking,
  contents: z.array(PackContent),
});
export type ReceivedPack = z.output<typeof ReceivedPack>;

/** An epoch that waits for somebody to telephone: the sender restored a backup, or somebody copied the sender's workspace. */
export const HeldEpoch = z.object({
  channel: z.string(),
  epoch: z.string(),
  senderId: z.string(),
  senderName: z.string(),
  firstSeenAt: Instant,
});
export type HeldEpoch = z.output<typeof HeldEpoch>;

const File = z.object({ file: z.string().min(1).max(4096) });

export const inbox = {
  /**
   * What a pack is and where it would stand, as `packs.verify`; stores nothing. `code`: why it would not be taken in for its
   * place: `epoch-unconfirmed`, `pack-number-taken`, `pack-chain-broken`, `pack-is-own`. Fails: as `packs.verify`.
   */
  'inbox.look': job(
    File,
    z.object({
      verification: Verification,
      place: z.object({
        state: z.enum(['new', 'again', 'refused']),
        code: z.string().nullable(),
        channel: z.string(),
        missing: z.array(z.number().int()),
      }),
    }),
    { paths: ['file'] },
  ),
  /**
   * Takes a pack in, whole or not at all (docs/pack-format.md, steps 1–10). Fails: as `packs.verify`; `pack-is-own`,
   * `epoch-unconfirmed` (`channel`, `epoch`: it is held until `inbox.confirmEpoch`), `pack-number-taken`, `pack-chain-broken`.
   */
  'inbox.takeIn': job(File, TakenIn, { paths: ['file'] }),
  /** Packs taken in, newest first; of one office or kind. */
  'inbox.list': query(
    PageRequest.extend({ senderId: z.string().max(100).optional(), kind: PackKind.optional() }),
    Page(ReceivedPack),
  ),
  'inbox.heldEpochs': query(Nothing, z.object({ items: z.array(HeldEpoch) })),
  /** The sender has said on the telephone that the new numbering is theirs. Fails: `epoch-not-held`. */
  'inbox.confirmEpoch': command(
    z.object({ channel: z.string().max(100), epoch: z.string().max(32) }),
    Nothing,
  ),
};
