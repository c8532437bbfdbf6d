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

export const points = {
  /**
   * This workspace's own card: the text of a `.jzcard` file, its fingerprint, and the signing key in minisign's
   * public-key form (two lines).
   */
  'points.ownCard': query(
    Nothing,
    z.object({
      card: z.string(),
      fingerprint: Fingerprint,
      minisignPublicKey: z.string(),
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
   * Fails: `card-invalid`, `card-suite-unknown`, `fingerprint-differs`, `card-is-own`, `card-older`.
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
  /**
   * Writes this workspace's secret age identities (the one in use and the retired) to a new file (mode 0600) for the independent check of packs. The
   * command line only; entered in the audit trail. Fails: `file-exists`, `file-not-writable`.
   */
  'points.writeAgeIdentity': command(z.object({ file: z.string().min(1).max(4096) }), Nothing, {
    paths: ['file'],
    isCommandLineOnly: true,
  }),
};
