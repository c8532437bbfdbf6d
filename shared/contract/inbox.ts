import * as z from 'zod';
import { command, job, query, Instant, Nothing, Page, PageRequest } from './define.ts';
import { HighestMarking, PackContent, PackKind, Verification } from './packs.ts';

/** What became of a pack that was brought. `missing`: numbers before it in its channel and epoch that did not come, at most 100; in a channel of guidance (`…/all`) they may be of guidance to other offices. */
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

/** A pack on the disk: a file that was chosen or, with `below`, one by its way below the folder that was. */
export const PackFile = z.object({
  file: z.string().min(1).max(4096),
  below: z.string().min(1).max(1024).optional(),
});
export type PackFile = z.output<typeof PackFile>;

/**
 * Numbers of a channel and numbering that did not come though a later one did: `count` of them, `missing` the first hundred. In a channel
 * of guidance (`…/all`) they may be of guidance to other offices.
 */
export const Gap = z.object({
  channel: z.string(),
  epoch: z.string(),
  senderId: z.string(),
  senderName: z.string(),
  missing: z.array(z.number().int()),
  count: z.number().int(),
});
export type Gap = z.output<typeof Gap>;

export const inbox = {
  /**
   * The packs that chosen files and folders stand for; below a folder those that end in `.jzpack`, and no links are followed. At most
   * 1,000, `total` says how many there were.
   */
  'inbox.find': query(
    z.object({ places: z.array(z.string().min(1).max(4096)).min(1).max(10_000) }),
    z.object({ items: z.array(PackFile), total: z.number().int() }),
    { paths: ['places'] },
  ),
  /**
   * What a pack is and where it would stand, as `packs.verify`; stores nothing but that a new numbering waits for a call. `code`: why it would not be taken in for its
   * place: `epoch-unconfirmed`, `pack-number-taken`, `pack-chain-broken`, `pack-is-own`. Fails: as `packs.verify`.
   */
  'inbox.look': job(
    PackFile,
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
  'inbox.takeIn': job(PackFile, TakenIn, { paths: ['file'] }),
  /** Packs taken in, newest first; of one office or kind. */
  'inbox.list': query(
    PageRequest.extend({ senderId: z.string().max(100).optional(), kind: PackKind.optional() }),
    Page(ReceivedPack),
  ),
  /** Numbers that did not come, at most 500 channels, those heard from last first. */
  'inbox.gaps': query(Nothing, z.object({ items: z.array(Gap) })),
  /** Offices from which packs were taken in, by name. */
  'inbox.senders': query(
    Nothing,
    z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })).max(2000) }),
  ),
  'inbox.heldEpochs': query(Nothing, z.object({ items: z.array(HeldEpoch) })),
  /** The sender has said on the telephone that the new numbering is theirs. Fails: `epoch-not-held`. */
  'inbox.confirmEpoch': command(
    z.object({ channel: z.string().max(100), epoch: z.string().max(32) }),
    Nothing,
  ),
};
