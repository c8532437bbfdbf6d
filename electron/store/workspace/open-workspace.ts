import { resolve } from 'node:path';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { workspace } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import type { OpenWorkspace, StoreContext } from '../context.ts';
import { refusePlainFile } from '../database/open.ts';
import { withProfile } from '../profiles/find-profile.ts';
import type { KeyFile } from '../vault/key-file.ts';
import {
  readKeyFiles,
  repairKeyFiles,
  replaceKeyFiles,
  type KeyFiles,
} from '../vault/key-files.ts';
import { sealWithPassphrase } from '../vault/seal-key.ts';
import { holdLock, type Lock } from './hold-lock.ts';
import { databaseFile, hasWorkspace } from './layout.ts';
import { openKeyed } from './open-keyed.ts';
import { standardOptions, type WorkspaceOptions } from './options.ts';
import { unlockOrCount, wipe, type Unlocked } from './unlock.ts';

type Operation = (typeof workspace)['workspace.open'];

/** See `workspace.open`. */
export async function openWorkspace(
  context: StoreContext,
  input: InputOf<Operation>,
  options: WorkspaceOptions = standardOptions,
): Promise<OutputOf<Operation>> {
  if (context.open !== null) throw new Failure('workspace-already-open');
  const folder = resolve(input.folder);
  context.open = await withLock(folder, async (lock) => {
    const keyFiles = readKeyFiles(folder);
    const { clock } = context;
    const unlocked = await unlockOrCount(folder, keyFiles, input, clock, options);
    try {
      const { keyFile, key, profileKey, chosen } = unlocked;
      const keyFileNow = await broughtUpToDate(unlocked, input.passphrase, options);
      const seat = { profileId: chosen.profile.id, profileKey };
      const opening = { folder, key, workspaceId: keyFile.workspaceId, lock, clock, seat };
      const { acceptsFolderRisk } = input;
      const opened = openKeyed({ ...opening, name: chosen.name, acceptsFolderRisk }, options);
      tryToWrite(folder, keyFiles, keyFile, keyFileNow);
      return opened;
    } finally {
      wipe(unlocked);
    }
  });
  return { workspace: context.open.info };
}

/** Holds the lock of a folder with a workspace in it; releases it again if the opening fails. */
export async function withLock(
  folder: string,
  open: (lock: Lock) => Promise<OpenWorkspace>,
): Promise<OpenWorkspace> {
  if (!hasWorkspace(folder)) throw new Failure('workspace-not-found', { folder });
  const lock = holdLock(folder);
  try {
    refusePlainFile(databaseFile(folder));
    return await open(lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A slot of the first version is sealed anew, with a key of the profile in it; and a name given now is kept. */
async function broughtUpToDate(
  { keyFile, chosen, ...keys }: Unlocked,
  passphrase: string,
  { cost }: WorkspaceOptions,
): Promise<KeyFile> {
  const { profile, name } = chosen;
  if (profile.slot.kind === 'profile' && profile.name === name) return keyFile;
  const whose = { workspaceId: keyFile.workspaceId, profileId: profile.id };
  const slot =
    profile.slot.kind === 'profile'
      ? profile.slot
      : await sealWithPassphrase(keys, whose, passphrase, cost);
  return withProfile(keyFile, { ...profile, name, slot });
}

function tryToWrite(folder: string, keyFiles: KeyFiles, good: KeyFile, now: KeyFile): void {
  try {
    if (now === good) repairKeyFiles(folder, keyFiles, good);
    else replaceKeyFiles(folder, keyFiles, now);
  } catch {
    // A full disk must not keep anyone out: one copy is enough to open with, and the next opening tries again.
  }
}
