import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { workspace } from '../../../shared/contract/workspace.ts';
import type { AuditAction } from '../../../shared/contract/audit.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { workspaceOf, type StoreContext } from '../context.ts';
import { withProfile } from '../profiles/find-profile.ts';
import { seatOf } from '../profiles/seat.ts';
import type { KeyFile } from '../vault/key-file.ts';
import { readKeyFiles, replaceKeyFiles } from '../vault/key-files.ts';
import { newRecoveryCode, readRecoveryCode } from '../vault/recovery-code.ts';
import { sealWithPassphrase, sealWithRecoveryCode } from '../vault/seal-key.ts';
import { unlockOrCount, wipe, type Unlocked } from './unlock.ts';
import { standardOptions, type WorkspaceOptions } from './options.ts';

type Replace = (typeof workspace)['workspace.replaceRecoveryCode'];
type Change = (typeof workspace)['workspace.changePassphrase'];

/** See `workspace.replaceRecoveryCode`. Until it answers, the old code stays valid. */
export async function replaceRecoveryCode(
  context: StoreContext,
  { passphrase }: InputOf<Replace>,
  options: WorkspaceOptions = standardOptions,
): Promise<OutputOf<Replace>> {
  const recoveryCode = newRecoveryCode();
  await renewKeyFiles(context, passphrase, 'recovery-code-replaced', options, (unlocked) => {
    const { keyFile, key } = unlocked;
    const secret = readRecoveryCode(recoveryCode);
    return { ...keyFile, recovery: sealWithRecoveryCode(key, keyFile.workspaceId, secret) };
  });
  return { recoveryCode };
}

/** See `workspace.changePassphrase`. The profile's own key stays, and with it its approval key. */
export async function changePassphrase(
  context: StoreContext,
  { passphrase, newPassphrase }: InputOf<Change>,
  options: WorkspaceOptions = standardOptions,
): Promise<OutputOf<Change>> {
  await renewKeyFiles(context, passphrase, 'passphrase-changed', options, async (unlocked) => {
    const { keyFile, chosen } = unlocked;
    const whose = { workspaceId: keyFile.workspaceId, profileId: chosen.profile.id };
    const slot = await sealWithPassphrase(unlocked, whose, newPassphrase, options.cost);
    return withProfile(keyFile, { ...chosen.profile, slot });
  });
  return {};
}

/** For what else a person proves the passphrase. Fails: `passphrase-wrong`, `key-file-damaged`. */
export async function provePassphrase(context: StoreContext, passphrase: string): Promise<void> {
  wipe(await unlockAgain(context, passphrase, standardOptions));
}

/** The person proves the passphrase again: an unlocked window left alone must not be enough to take the workspace over. */
function unlockAgain(
  context: StoreContext,
  passphrase: string,
  options: WorkspaceOptions,
): Promise<Unlocked> {
  const { db, info } = workspaceOf(context);
  const proof = { passphrase, profile: seatOf(db)?.profileId };
  return unlockOrCount(info.folder, readKeyFiles(info.folder), proof, context.clock, options);
}

async function renewKeyFiles(
  context: StoreContext,
  passphrase: string,
  action: AuditAction,
  options: WorkspaceOptions,
  renew: (unlocked: Unlocked) => KeyFile | Promise<KeyFile>,
): Promise<void> {
  const { db, info } = workspaceOf(context);
  const { clock } = context;
  const keyFiles = readKeyFiles(info.folder);
  const unlocked = await unlockAgain(context, passphrase, options);
  try {
    const renewed = await renew(unlocked);
    appendAudit(db, clock, { action, subject: info.id, detail: {} });
    replaceKeyFiles(info.folder, keyFiles, renewed);
  } finally {
    wipe(unlocked);
  }
}
