import { resolve } from 'node:path';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { workspace } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import type { Clock, OpenWorkspace, StoreContext } from '../context.ts';
import { refusePlainFile } from '../database/open.ts';
import { countWrongAttempt, forgetAttempts, waitBeforeAttempt } from '../vault/attempts.ts';
import type { KeyFile } from '../vault/key-file.ts';
import { readKeyFiles, repairKeyFiles, type KeyFiles } from '../vault/key-files.ts';
import { openWithPassphrase } from '../vault/seal-key.ts';
import { holdLock, type Lock } from './hold-lock.ts';
import { databaseFile, hasWorkspace } from './layout.ts';
import { openKeyed } from './open-keyed.ts';
import { standardOptions, type WorkspaceOptions } from './options.ts';

type Operation = (typeof workspace)['workspace.open'];
/** A key file and the key that was in it. Whoever gets the key wipes it. */
export type Unlocked = { keyFile: KeyFile; key: Buffer };

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
    const { keyFile, key } = await unlockOrCount(
      folder,
      keyFiles,
      input.passphrase,
      context.clock,
      options,
    );
    try {
      const { clock } = context;
      const { acceptsFolderRisk } = input;
      const opening = { folder, key, workspaceId: keyFile.workspaceId, lock, clock };
      const opened = openKeyed({ ...opening, acceptsFolderRisk }, options);
      tryToRepair(folder, keyFiles, keyFile);
      return opened;
    } finally {
      key.fill(0);
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

/** The key behind a passphrase; a wrong one is counted and makes the next attempt wait. Fails: `passphrase-wrong`. */
export async function unlockOrCount(
  folder: string,
  { candidates }: KeyFiles,
  passphrase: string,
  clock: Clock,
  { sleep }: WorkspaceOptions,
): Promise<Unlocked> {
  await sleep(waitBeforeAttempt(folder, clock()));
  const unlocked = await unlock(candidates, passphrase);
  if (unlocked === null) throw wrongPassphrase(folder, clock);
  forgetAttempts(folder);
  return unlocked;
}

async function unlock(
  candidates: readonly KeyFile[],
  passphrase: string,
): Promise<Unlocked | null> {
  for (const keyFile of candidates) {
    const key = await openWithPassphrase(keyFile.passphrase, keyFile.workspaceId, passphrase);
    if (key !== null) return { keyFile, key };
  }
  return null;
}

function tryToRepair(folder: string, keyFiles: KeyFiles, good: KeyFile): void {
  try {
    repairKeyFiles(folder, keyFiles, good);
  } catch {
    // A full disk must not keep anyone out: one copy is enough to open with, and the next opening tries again.
  }
}

function wrongPassphrase(folder: string, clock: Clock): Failure {
  return new Failure('passphrase-wrong', { waitSeconds: countWrongAttempt(folder, clock()) });
}
