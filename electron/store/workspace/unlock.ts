import { Failure } from '../../../shared/errors.ts';
import type { Clock } from '../context.ts';
import { findProfile, type Chosen } from '../profiles/find-profile.ts';
import { countWrongAttempt, forgetAttempts, waitBeforeAttempt } from '../vault/attempts.ts';
import type { KeyFile } from '../vault/key-file.ts';
import type { KeyFiles } from '../vault/key-files.ts';
import { openWithPassphrase, type ProfileKeys } from '../vault/seal-key.ts';
import type { WorkspaceOptions } from './options.ts';

/** A key file, who opened it, and the keys that were in it. Whoever gets the keys wipes them. */
export type Unlocked = ProfileKeys & { keyFile: KeyFile; chosen: Chosen };
/** `profile`: an id or a name; nobody named stands for the only one there is. */
export type Proof = { passphrase: string; profile?: string | undefined };

/** The keys behind a passphrase; a wrong one is counted and makes the next attempt wait. Fails: `passphrase-wrong`, `profile-unknown`. */
export async function unlockOrCount(
  folder: string,
  { candidates }: KeyFiles,
  proof: Proof,
  clock: Clock,
  { sleep }: WorkspaceOptions,
): Promise<Unlocked> {
  await sleep(waitBeforeAttempt(folder, clock()));
  const unlocked = await unlock(candidates, proof);
  if (unlocked === null) {
    throw new Failure('passphrase-wrong', { waitSeconds: countWrongAttempt(folder, clock()) });
  }
  forgetAttempts(folder);
  return unlocked;
}

/** The newest copy says who there is; an older one is asked only where it knows them, too. */
async function unlock(
  candidates: readonly KeyFile[],
  { passphrase, profile: who }: Proof,
): Promise<Unlocked | null> {
  const [newest, ...older] = candidates;
  if (newest === undefined) return null;
  const first = findProfile(newest, who);
  const others = older.flatMap((keyFile) => {
    const profile = keyFile.profiles.find(({ id }) => id === first.profile.id);
    return profile === undefined ? [] : [{ keyFile, chosen: { ...first, profile } }];
  });
  for (const { keyFile, chosen } of [{ keyFile: newest, chosen: first }, ...others]) {
    const keys = await openWithPassphrase(chosen.profile, keyFile.workspaceId, passphrase);
    if (keys !== null) return { keyFile, chosen, ...keys };
  }
  return null;
}

export function wipe({ key, profileKey }: ProfileKeys): void {
  key.fill(0);
  profileKey.fill(0);
}
