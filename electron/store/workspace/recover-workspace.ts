import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { workspace } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StoreContext } from '../context.ts';
import { findProfile, withProfile, type Chosen } from '../profiles/find-profile.ts';
import { forgetAttempts } from '../vault/attempts.ts';
import type { KeyFile } from '../vault/key-file.ts';
import { readKeyFiles, replaceKeyFiles } from '../vault/key-files.ts';
import { newRecoveryCode, readRecoveryCode } from '../vault/recovery-code.ts';
import {
  openWithRecoveryCode,
  sealWithPassphrase,
  sealWithRecoveryCode,
  type ProfileKeys,
} from '../vault/seal-key.ts';
import { openKeyed } from './open-keyed.ts';
import { withLock } from './open-workspace.ts';
import { standardOptions, type WorkspaceOptions } from './options.ts';
import { wipe } from './unlock.ts';

type Operation = (typeof workspace)['workspace.recover'];

/** See `workspace.recover`. Until it answers, the old passphrase and the old code stay valid. */
export async function recoverWorkspace(
  context: StoreContext,
  input: InputOf<Operation>,
  options: WorkspaceOptions = standardOptions,
): Promise<OutputOf<Operation>> {
  if (context.open !== null) throw new Failure('workspace-already-open');
  const secret = readRecoveryCode(input.recoveryCode);
  const recoveryCode = newRecoveryCode();
  const folder = resolve(input.folder);
  context.open = await withLock(folder, async (lock) => {
    const keyFiles = readKeyFiles(folder);
    const { keyFile, key } = unlock(keyFiles.candidates, secret);
    const chosen = findProfile(keyFile, input.profile);
    // The old one is behind the forgotten passphrase, and the approval key behind it: both are drawn anew.
    const keys = { key, profileKey: randomBytes(32) };
    try {
      const renewed = await renew(keyFile, chosen, keys, { ...input, recoveryCode }, options);
      const { clock } = context;
      const { acceptsFolderRisk } = input;
      const { workspaceId } = keyFile;
      const seat = { profileId: chosen.profile.id, profileKey: keys.profileKey };
      const opening = { folder, key, workspaceId, lock, clock, acceptsFolderRisk, seat };
      const opened = openKeyed({ ...opening, name: chosen.name }, options);
      try {
        appendAudit(opened.db, clock, {
          action: 'recovery-code-used',
          subject: workspaceId,
          detail: {},
        });
        // Last, because from here on only the new passphrase and the new code count.
        replaceKeyFiles(folder, keyFiles, renewed);
      } catch (error) {
        opened.close();
        throw error;
      }
      forgetAttempts(folder);
      return opened;
    } finally {
      wipe(keys);
    }
  });
  return { workspace: context.open.info, recoveryCode };
}

function unlock(candidates: readonly KeyFile[], secret: string): { keyFile: KeyFile; key: Buffer } {
  for (const keyFile of candidates) {
    const key = openWithRecoveryCode(keyFile.recovery, keyFile.workspaceId, secret);
    if (key !== null) return { keyFile, key };
  }
  throw new Failure('recovery-code-wrong');
}

async function renew(
  keyFile: KeyFile,
  { profile, name }: Chosen,
  keys: ProfileKeys,
  { newPassphrase, recoveryCode }: { newPassphrase: string; recoveryCode: string },
  { cost }: WorkspaceOptions,
): Promise<KeyFile> {
  const { workspaceId } = keyFile;
  const whose = { workspaceId, profileId: profile.id };
  const slot = await sealWithPassphrase(keys, whose, newPassphrase, cost);
  return {
    ...withProfile(keyFile, { ...profile, name, slot }),
    recovery: sealWithRecoveryCode(keys.key, workspaceId, readRecoveryCode(recoveryCode)),
  };
}
