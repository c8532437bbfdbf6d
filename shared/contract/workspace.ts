import * as z from 'zod';
import { command, query, Instant, Nothing } from './define.ts';
import { ProfileName } from './profiles.ts';
import { RecordId } from './records.ts';

export const WorkspaceKind = z.enum(['contact-point', 'province', 'desk']);
export type WorkspaceKind = z.output<typeof WorkspaceKind>;

/** Why a folder is a poor place for a workspace: SQLite is damaged by network drives and synchronisation clients. */
export const FolderRisk = z.enum(['none', 'network', 'cloud']);
export type FolderRisk = z.output<typeof FolderRisk>;

/** 8–1024 characters; compared after Unicode NFKC, because input methods differ in width. */
export const Passphrase = z.string().min(8).max(1024);
const Folder = z.string().min(1).max(4096);

export const WorkspaceInfo = z.object({
  id: z.string(),
  kind: WorkspaceKind,
  name: z.string(),
  createdAt: Instant,
  folder: z.string(),
});
export type WorkspaceInfo = z.output<typeof WorkspaceInfo>;

/** Where one is in a workspace: the open record, how far it is scrolled (CSS pixels), where the caret is, what is folded. */
export const Place = z.object({
  recordId: RecordId.nullable(),
  scroll: z.number().int().min(0).max(100_000_000),
  /** The way from the root of the editor to the line or text, by places among the children, and the offset there. */
  caret: z
    .object({
      path: z.array(z.number().int().min(0).max(1_000_000)).max(64),
      offset: z.number().int().min(0).max(5_000_000),
    })
    .nullable(),
  /** Lines of outlines that are folded. */
  folded: z.array(z.string().max(2000)).max(200),
});
export type Place = z.output<typeof Place>;

export const workspace = {
  /** What stands in a folder, before anything is opened. `isWritable` false: the folder cannot take a workspace. */
  'workspace.examineFolder': query(
    z.object({ folder: Folder }),
    z.object({
      hasWorkspace: z.boolean(),
      isEmpty: z.boolean(),
      isWritable: z.boolean(),
      risk: FolderRisk,
    }),
    { paths: ['folder'] },
  ),
  /** `open` with the open workspace, or `closed`. */
  'workspace.status': query(
    Nothing,
    z.discriminatedUnion('state', [
      z.object({ state: z.literal('closed') }),
      z.object({ state: z.literal('open'), workspace: WorkspaceInfo }),
    ]),
  ),
  /**
   * Creates an encrypted workspace in an empty (or absent) folder and opens it. `acceptsNoStateSecrets` must be true:
   * the person has read that state-secret material must not be stored here (Cryptography Law arts. 7–8). A folder
   * with a risk needs `acceptsFolderRisk`; the consent is written to the audit trail.
   * Answers the recovery code, once; it is stored nowhere in clear.
   * Fails: `folder-not-empty`, `folder-not-writable`, `folder-risk-not-accepted`, `state-secrets-not-acknowledged`,
   * `cipher-missing`, `disk-full`, `workspace-already-open`.
   */
  'workspace.create': command(
    z.object({
      folder: Folder,
      kind: WorkspaceKind,
      name: z.string().trim().min(1).max(200),
      passphrase: Passphrase,
      /** Of the person who makes it; may be given later, or never. */
      profileName: ProfileName.optional(),
      acceptsNoStateSecrets: z.boolean(),
      acceptsFolderRisk: z.boolean().default(false),
    }),
    z.object({ workspace: WorkspaceInfo, recoveryCode: z.string() }),
    { paths: ['folder'] },
  ),
  /**
   * Opens. Each wrong passphrase in a row makes the next attempt wait longer (1, 2, 4 … 30 s after the third);
   * `passphrase-wrong` says how long in `waitSeconds`. The consent to a folder's risk is remembered for that folder
   * and that risk, so `acceptsFolderRisk` is needed only after a `folder-risk-not-accepted`. `profile`: the id or name of who opens it;
   * needed as soon as there are several. Given to the only profile, which has no name yet, it becomes its name.
   * Fails: `workspace-not-found`, `profile-unknown`, `passphrase-wrong`, `workspace-in-use`, `workspace-newer`, `workspace-not-encrypted`,
   * `workspace-damaged`, `key-file-damaged`, `cipher-missing`, `folder-risk-not-accepted`, `workspace-already-open`,
   * `folder-not-writable`, and `disk-full` if there is no room for the backup before an upgrade.
   */
  'workspace.open': command(
    z.object({
      folder: Folder,
      passphrase: z.string().min(1).max(1024),
      profile: ProfileName.optional(),
      acceptsFolderRisk: z.boolean().default(false),
    }),
    z.object({ workspace: WorkspaceInfo }),
    { paths: ['folder'] },
  ),
  /**
   * Opens with the printed recovery code, sets a new passphrase for one profile and replaces the code. The profile gets a new approval key, since
   * the old one was behind the forgotten passphrase. Fails as `workspace.open`, with
   * `recovery-code-malformed` (a typing mistake: the checksum is off) or `recovery-code-wrong`.
   */
  'workspace.recover': command(
    z.object({
      folder: Folder,
      recoveryCode: z.string().min(1).max(200),
      newPassphrase: Passphrase,
      profile: ProfileName.optional(),
      acceptsFolderRisk: z.boolean().default(false),
    }),
    z.object({ workspace: WorkspaceInfo, recoveryCode: z.string() }),
    { paths: ['folder'] },
  ),
  /**
   * Replaces the recovery code of the open workspace: for a code that was lost, seen by others or never kept. The old
   * one is void from here on. Fails: `workspace-closed`, `passphrase-wrong`, `key-file-damaged`, `disk-full`.
   */
  'workspace.replaceRecoveryCode': command(
    z.object({ passphrase: z.string().min(1).max(1024) }),
    z.object({ recoveryCode: z.string() }),
  ),
  /** Sets another passphrase for the profile that sits here; the recovery code stays. Fails as `workspace.replaceRecoveryCode`. */
  'workspace.changePassphrase': command(
    z.object({ passphrase: z.string().min(1).max(1024), newPassphrase: Passphrase }),
    Nothing,
  ),
  /** Where the person was in the open workspace when they left it last; null if nowhere yet. Fails: `workspace-closed`. */
  'workspace.place': query(Nothing, z.object({ place: Place.nullable() })),
  /** Remembers where the person is, for the next time. It lies in the encrypted workspace. Fails: `workspace-closed`. */
  'workspace.keepPlace': command(Place, Nothing),
  /** Forgets the key and closes the database. Fine when nothing is open. */
  'workspace.lock': command(Nothing, Nothing),
};
