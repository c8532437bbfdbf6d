import * as z from 'zod';
import { command, query, Instant, Nothing } from './define.ts';
import { WorkspaceKind } from './workspace.ts';

/** Thirty digits in six groups of five, stretched so that a second card with the same digits costs over 2^100 work. */
export const Fingerprint = z.string().regex(/^\d{5}( \d{5}){5}$/);

/** An office whose card was compared and enrolled. */
export const Office = z.object({
  id: z.string(),
  name: z.string(),
  kind: WorkspaceKind,
  fingerprint: Fingerprint,
  cardVersion: z.number().int(),
  enrolledAt: Instant,
  /** 同院同事: another computer of the same house, to which records may go with real names (`office.send`). */
  isColleague: z.boolean(),
});
export type Office = z.output<typeof Office>;

/** An office whose card was revoked and not replaced by a newer one. */
export const RevokedOffice = z.object({
  id: z.string(),
  name: z.string(),
  fingerprint: Fingerprint,
  revokedAt: Instant,
  reason: z.string(),
});
export type RevokedOffice = z.output<typeof RevokedOffice>;

/** A card that came along with guidance and that nobody has compared. `id`: SHA-256 of the card, hex. `versionInForce`: of the card that it would replace. */
export const PendingCard = z.object({
  id: z.string(),
  name: z.string(),
  kind: WorkspaceKind,
  cardVersion: z.number().int(),
  card: z.string(),
  fromName: z.string(),
  cameAt: Instant,
  versionInForce: z.number().int().nullable(),
});
export type PendingCard = z.output<typeof PendingCard>;

/** An unlocked window that was left alone is not enough. */
const Proof = z.object({ passphrase: z.string().min(1).max(1024) });

export const points = {
  /**
   * This workspace's own card: the text of a `.jzcard` file, its fingerprint, the signing key in minisign's
   * public-key form (two lines) and the recipient that `age -r` takes.
   */
  'points.ownCard': query(
    Nothing,
    z.object({
      card: z.string(),
      fingerprint: Fingerprint,
      minisignPublicKey: z.string(),
      ageRecipient: z.string(),
      cardVersion: z.number().int(),
      name: z.string(),
    }),
  ),
  /**
   * Writes the own card to a `.jzcard` file. The card is always the same bytes, so a file that holds them already is fine;
   * any other file is not written over. Fails: `file-exists`, `file-not-writable`, `disk-full`.
   */
  'points.saveOwnCard': command(
    z.object({ file: z.string().min(1).max(4096) }),
    z.object({ fingerprint: Fingerprint }),
    { paths: ['file'] },
  ),
  /** Reads a `.jzcard` file without enrolling it. Fails: `card-invalid`, `card-suite-unknown`, `file-unreadable`. */
  'points.readCard': query(
    z.object({ file: z.string().min(1).max(4096) }),
    z.object({
      card: z.string(),
      name: z.string(),
      kind: WorkspaceKind,
      cardVersion: z.number().int(),
    }),
    { paths: ['file'] },
  ),
  /**
   * Enrols a card. `isColleague`: somebody said that it is 同院同事; a new card of an office is asked anew. The fingerprint is the one heard on the telephone, typed in; spaces do not matter.
   * Fails: `card-invalid`, `card-suite-unknown`, `fingerprint-differs`, `card-is-own`, `card-older` (versions only rise, also after a revocation),
   * `card-key-revoked` for a card with a key that was revoked or replaced.
   */
  'points.enrol': command(
    z.object({
      card: z.string().min(1).max(20_000),
      fingerprint: z.string().min(1).max(200),
      isColleague: z.boolean().optional(),
    }),
    Office,
  ),
  'points.list': query(Nothing, z.object({ items: z.array(Office) })),
  'points.revoked': query(Nothing, z.object({ items: z.array(RevokedOffice) })),
  /**
   * Cards that came along with guidance, newest first, at most 500. They are used for nothing until `points.enrol` was given the fingerprint
   * that was heard on the telephone.
   */
  'points.pending': query(Nothing, z.object({ items: z.array(PendingCard) })),
  /** Such a card is not wanted, and does not wait again when it comes once more; as a file it can still be enrolled. Fails: `card-not-pending`. */
  'points.refusePending': command(z.object({ id: z.string().max(64) }), Nothing),
  /**
   * Revokes an office's card 停用名片: nothing is encrypted to it any more, and no pack that was not taken in before is accepted from its keys,
   * whatever date it bears. A newer card, compared anew, brings the office back. Fails: `recipient-not-enrolled`.
   */
  'points.revoke': command(
    z.object({ officeId: z.string().max(100), reason: z.string().trim().min(1).max(500) }),
    Nothing,
  ),
  /**
   * Makes new keys and with them a card of the next version; the old ones stay, to read packs that were encrypted to them. Every office has to enrol
   * the new card, by telephone as the first time; until then it accepts nothing from here. Whoever asks proves the passphrase again. Fails:
   * `passphrase-wrong`, `key-file-damaged`.
   */
  'points.changeKeys': command(
    Proof,
    z.object({ cardVersion: z.number().int(), fingerprint: Fingerprint }),
  ),
  /**
   * Begins the numbering of packs anew, after a backup was restored: numbers given since the backup may be known elsewhere, and would
   * be refused. Receivers hold the first pack until they have telephoned. Fails as `points.changeKeys`.
   */
  'points.startEpoch': command(Proof, z.object({ epoch: z.string() })),
  /**
   * Writes this workspace's secret age identities (the one in use and the retired) to a new file (mode 0600) for the independent check of packs. The
   * command line only; entered in the audit trail. Fails: `file-exists`, `file-not-writable`.
   */
  'points.writeAgeIdentity': command(z.object({ file: z.string().min(1).max(4096) }), Nothing, {
    paths: ['file'],
    isCommandLineOnly: true,
  }),
};
