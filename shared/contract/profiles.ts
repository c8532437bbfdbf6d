import * as z from 'zod';
import { command, query, Instant, Nothing } from './define.ts';

/** 1–50 characters without controls and invisible ones; unlike the others in use, and no id. */
export const ProfileName = z
  .string()
  .trim()
  .min(1)
  .max(50)
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+$/u);
export const ProfileId = z.uuid().brand<'ProfileId'>();
export type ProfileId = z.output<typeof ProfileId>;

/** Somebody who works in this workspace. `name` is null as long as nobody gave one, which an office with one officer need not. */
export const Profile = z.object({
  id: ProfileId,
  name: z.string().nullable(),
  /** May approve what others send for review, and add, change and remove profiles. */
  isReviewer: z.boolean(),
  createdAt: Instant,
  /** Null: still here. Removed ones stay in the list, because the trail and approvals name them. */
  removedAt: Instant.nullable(),
  /** Whose passphrase opened the workspace. */
  isCurrent: z.boolean(),
  /** Public half of the approval key in use, as minisign writes it (second line of a key file). */
  approvalKey: z.string(),
});
export type Profile = z.output<typeof Profile>;

const Secret = z.string().min(1).max(1024);

export const profiles = {
  /**
   * Who can unlock the workspace in a folder, asked before it is open: names stand in clear beside it. Nobody, if there is no
   * workspace or its key files cannot be read; opening it says which.
   */
  'profiles.ofFolder': query(
    z.object({ folder: z.string().min(1).max(4096) }),
    z.object({ items: z.array(z.object({ id: ProfileId, name: z.string().nullable() })) }),
    { paths: ['folder'] },
  ),
  /** Everybody who works or worked here, in the order in which they came. At most some dozens. */
  'profiles.list': query(Nothing, z.object({ items: z.array(Profile) })),
  /**
   * Adds a profile with its own passphrase and approval key. `passphrase` is that of the person who sits here: an unlocked window
   * left alone must not be enough. At most 64. Fails: `workspace-closed`, `passphrase-wrong`, `profile-not-reviewer`,
   * `profile-name-taken`, `profiles-full`, `key-file-damaged`, `disk-full`.
   */
  'profiles.add': command(
    z.object({
      passphrase: Secret,
      name: ProfileName,
      isReviewer: z.boolean(),
      newPassphrase: z.string().min(8).max(1024),
    }),
    z.object({ id: ProfileId }),
  ),
  /**
   * Another name, or another role; everybody may change their own name, the rest is a reviewer's. Fails: `workspace-closed`, `profile-unknown`,
   * `profile-name-taken`, `profile-not-reviewer`, `profile-last-reviewer`, `key-file-damaged`, `disk-full`.
   */
  'profiles.change': command(
    z.object({ id: ProfileId, name: ProfileName, isReviewer: z.boolean() }),
    Nothing,
  ),
  /**
   * Takes a profile's passphrase away; what it did stays under its name. It does not change the key of the database: copies of the
   * key files made before still open with the old passphrase. Fails: `workspace-closed`, `passphrase-wrong`, `profile-unknown`, `profile-is-current`,
   * `profile-not-reviewer`, `key-file-damaged`, `disk-full`.
   */
  'profiles.remove': command(z.object({ passphrase: Secret, id: ProfileId }), Nothing),
};
