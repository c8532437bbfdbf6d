import type { Database } from 'better-sqlite3';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { workspace, WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import { Failure } from '../../../shared/errors.ts';
import type { AuditAction } from '../../../shared/contract/audit.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock, StoreContext } from '../context.ts';
import { migrate } from '../database/migrate.ts';
import { createDatabase, keyLengthInBytes, refusePlainFile } from '../database/open.ts';
import { proveCipherOnce } from '../database/prove-cipher.ts';
import { toFailure } from '../database/sqlite-failure.ts';
import { createOwnKeys } from '../points/create-own-keys.ts';
import { leaveSeat, takeSeat, type Seat } from '../profiles/seat.ts';
import { sitDown } from '../profiles/sit-down.ts';
import { firstProfileId, keyFileNames } from '../vault/key-file.ts';
import { removeKeyFiles, writeKeyFiles } from '../vault/key-files.ts';
import { newRecoveryCode, readRecoveryCode } from '../vault/recovery-code.ts';
import { syncFolder } from '../vault/replace-file.ts';
import { sealWithPassphrase, sealWithRecoveryCode } from '../vault/seal-key.ts';
import { writeAcceptedRisk, writeInfo } from './facts.ts';
import { holdLock, type Lock } from './hold-lock.ts';
import { creatingFolder, databaseFile, isFreeForWorkspace, lockFile } from './layout.ts';
import { openKeyed } from './open-keyed.ts';
import { standardOptions, type WorkspaceOptions } from './options.ts';

type Operation = (typeof workspace)['workspace.create'];
type Plan = {
  input: InputOf<Operation>;
  info: WorkspaceInfo;
  key: Buffer;
  recoveryCode: string;
  seat: Seat;
  profileName: string | null;
};

/** See `workspace.create`. A creation that fails leaves the folder (or its absence) as it was. */
export async function createWorkspace(
  context: StoreContext,
  input: InputOf<Operation>,
  options: WorkspaceOptions = standardOptions,
): Promise<OutputOf<Operation>> {
  if (context.open !== null) throw new Failure('workspace-already-open');
  if (!input.acceptsNoStateSecrets) throw new Failure('state-secrets-not-acknowledged');
  const folder = resolve(input.folder);
  const risk = options.riskOf(folder);
  if (risk !== 'none' && !input.acceptsFolderRisk) {
    throw new Failure('folder-risk-not-accepted', { risk });
  }
  proveCipherOnce();
  const { lock, firstMade } = takeFolder(folder);
  const { kind, name } = input;
  const info = { id: randomUUID(), kind, name, createdAt: context.clock(), folder };
  const key = randomBytes(keyLengthInBytes);
  const seat = { profileId: firstProfileId(info.id), profileKey: randomBytes(32) };
  const profileName = input.profileName ?? null;
  try {
    const plan: Plan = { input, info, key, recoveryCode: newRecoveryCode(), seat, profileName };
    await build(plan, context.clock, options);
    const opening = { folder, key, workspaceId: info.id, lock, clock: context.clock, seat };
    context.open = openKeyed({ ...opening, name: profileName, acceptsFolderRisk: true }, options);
    return { workspace: context.open.info, recoveryCode: plan.recoveryCode };
  } catch (error) {
    giveBackFolder(folder, lock, firstMade);
    throw toFailure(error) ?? error;
  } finally {
    key.fill(0);
    seat.profileKey.fill(0);
  }
}

/** Answers the lock and the topmost folder that had to be made, if any. */
function takeFolder(folder: string): { lock: Lock; firstMade: string | undefined } {
  let firstMade: string | undefined;
  let lock: Lock | undefined;
  try {
    if (existsSync(folder) && !isFreeForWorkspace(folder))
      throw new Failure('folder-not-empty', { folder });
    firstMade = mkdirSync(folder, { recursive: true, mode: 0o700 });
    lock = holdLock(folder);
    // Only the holder of the lock can tell what an unfinished creation left from one that is under way.
    if (!isFreeForWorkspace(folder)) throw new Failure('folder-not-empty', { folder });
    rmSync(creatingFolder(folder), { recursive: true, force: true });
    return { lock, firstMade };
  } catch (error) {
    lock?.release();
    removeMadeFolders(folder, firstMade);
    throw error instanceof Failure ? error : notWritable(error, folder);
  }
}

function notWritable(error: unknown, folder: string): unknown {
  const failure = toFailure(error);
  if (failure?.code === 'disk-full') return failure;
  const isOfFileSystem = error instanceof Error && 'syscall' in error;
  return isOfFileSystem ? new Failure('folder-not-writable', { folder }, error) : error;
}

/** Builds everything out of the way; the database, moved last, is what makes it a workspace. */
async function build(plan: Plan, clock: Clock, options: WorkspaceOptions): Promise<void> {
  const { folder } = plan.info;
  const creating = creatingFolder(folder);
  mkdirSync(creating, { mode: 0o700 });
  const db = createDatabase(databaseFile(creating), plan.key);
  try {
    migrate(db, options.migrations);
    db.transaction(() => fill(db, plan, clock, options))();
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    leaveSeat(db);
    db.close();
  }
  refusePlainFile(databaseFile(creating));
  const { key, input, info, seat, profileName: name } = plan;
  const { profileId: id, profileKey } = seat;
  const whose = { workspaceId: info.id, profileId: id };
  const slot = await sealWithPassphrase({ key, profileKey }, whose, input.passphrase, options.cost);
  writeKeyFiles(creating, {
    workspaceId: info.id,
    generation: 1,
    profiles: [{ id, name, slot }],
    recovery: sealWithRecoveryCode(key, info.id, readRecoveryCode(plan.recoveryCode)),
  });
  for (const name of keyFileNames) renameSync(join(creating, name), join(folder, name));
  renameSync(databaseFile(creating), databaseFile(folder));
  syncFolder(folder);
  rmSync(creating, { recursive: true });
}

function fill(db: Database, plan: Plan, clock: Clock, options: WorkspaceOptions): void {
  const { info, input } = plan;
  writeInfo(db, info);
  takeSeat(db, plan.seat);
  const audit = (action: AuditAction, detail: Record<string, string> = {}) =>
    appendAudit(db, clock, { action, subject: info.id, detail });
  audit('workspace-created', { kind: input.kind });
  audit('state-secrets-acknowledged');
  const risk = options.riskOf(info.folder);
  if (risk !== 'none') {
    writeAcceptedRisk(db, { folder: info.folder, risk });
    audit('folder-risk-accepted', { risk });
  }
  createOwnKeys(db, clock);
  sitDown(db, clock, plan.seat, plan.profileName);
}

/** Removes only what a creation makes, by name: whatever else may be there meanwhile stays. */
function giveBackFolder(folder: string, lock: Lock, firstMade: string | undefined): void {
  rmSync(creatingFolder(folder), { recursive: true, force: true });
  removeKeyFiles(folder);
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    rmSync(databaseFile(folder) + suffix, { force: true });
  }
  lock.release();
  rmSync(lockFile(folder), { force: true });
  removeMadeFolders(folder, firstMade);
}

function removeMadeFolders(folder: string, firstMade: string | undefined): void {
  if (firstMade === undefined) return;
  try {
    for (let made = folder; made.length >= firstMade.length; made = dirname(made)) rmdirSync(made);
  } catch {
    // Not empty: someone else has put something there.
  }
}
