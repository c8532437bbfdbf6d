import { resolve } from 'node:path';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { workspace } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StoreContext } from '../context.ts';
import { forgetAttempts } from '../vault/attempts.ts';
import type { KeyFile } from '../vault/key-file.ts';
import { readKeyFiles, replaceKeyFiles } from '../vault/key-files.ts';
import { newRecoveryCode, readRecoveryCode } from '../vault/recovery-code.ts';
import {
  openWithRecoveryCode,
  sealWithPassphrase,
  sealWithRecoveryCode,
} from '../vault/seal-key.ts';
import { openKeyed } from './open-keyed.ts';
import { withLock, type Unlocked } from './open-workspace.ts';
import { standardOptions, type WorkspaceOptions } from './options.ts';

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
    try {
      const renewed = await renew(keyFile, key, input.newPassphrase, recoveryCode, options);
      const { clock } = context;
      const { acceptsFolderRisk } = input;
      const { workspaceId } = keyFile;
      const opened = openKeyed(
        { folder, key, workspaceId, lock, clock, acceptsFolderRisk },
        options,
      );
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
      key.fill(0);
    }
  });
  return { workspace: context.open.info, recoveryCode };
}

function unlock(candidates: readonly KeyFile[], secret: string): Unlocked {
  for (const keyFile of candidates) {
    const key = openWithRecoveryCode(keyFile.recovery, keyFile.workspaceId, secret);
    if (key !== null) return { keyFile, key };
  }
  throw new Failure('recovery-code-wrong');
}

async function renew(
  keyFile: KeyFile,
  key: Uint8Array,
  passphrase: string,
  recoveryCode: string,
  { cost }: WorkspaceOptions,
): Promise<KeyFile> {
  const { workspaceId } = keyFile;
  return {
    ...keyFile,
    passphrase: await sealWithPassphrase(key, workspaceId, passphrase, cost),
    recovery: sealWithRecoveryCode(key, workspaceId, readRecoveryCode(recoveryCode)),
  };
}
