import { randomBytes, randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { AuditAction } from '../../../shared/contract/audit.ts';
import type { Profile, ProfileId, profiles } from '../../../shared/contract/profiles.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { workspaceOf, type StoreContext } from '../context.ts';
import { MOST_PROFILES, type KeyFile } from '../vault/key-file.ts';
import { readKeyFiles, replaceKeyFiles } from '../vault/key-files.ts';
import { sealWithPassphrase } from '../vault/seal-key.ts';
import { unlockOrCount, wipe } from '../workspace/unlock.ts';
import { standardOptions, type WorkspaceOptions } from '../workspace/options.ts';
import { makeApprovalKey } from './approval-key.ts';
import { profileName, withProfile } from './find-profile.ts';
import { activeProfiles } from './list-profiles.ts';
import { seatOf } from './seat.ts';

type Add = (typeof profiles)['profiles.add'];
type Change = (typeof profiles)['profiles.change'];
type Remove = (typeof profiles)['profiles.remove'];

/** See `profiles.add`. */
export async function addProfile(
  context: StoreContext,
  input: InputOf<Add>,
  options: WorkspaceOptions = standardOptions,
): Promise<OutputOf<Add>> {
  const { db, info } = workspaceOf(context);
  mustBeReviewer(db);
  const name = freeName(db, input.name, null);
  if (activeProfiles(db).length >= MOST_PROFILES) throw new Failure('profiles-full');
  const keyFiles = readKeyFiles(info.folder);
  const who = seatOf(db)?.profileId;
  const proof = { passphrase: input.passphrase, profile: who };
  const unlocked = await unlockOrCount(info.folder, keyFiles, proof, context.clock, options);
  const profileKey = randomBytes(32);
  const id = randomUUID();
  try {
    const { key, keyFile } = unlocked;
    const whose = { workspaceId: keyFile.workspaceId, profileId: id };
    const keys = { key, profileKey };
    const slot = await sealWithPassphrase(keys, whose, input.newPassphrase, options.cost);
    inOneStep(db, () => {
      db.prepare(
        'INSERT INTO profiles (id, name, is_reviewer, created_at) VALUES (?, ?, ?, ?)',
      ).run(id, name, input.isReviewer ? 1 : 0, context.clock());
      makeApprovalKey(db, context.clock, { profileId: id, profileKey });
      note(context, 'profile-added', id);
      replaceKeyFiles(info.folder, keyFiles, withProfile(keyFile, { id, name, slot }));
    });
    return { id: id as ProfileId };
  } finally {
    wipe(unlocked);
    profileKey.fill(0);
  }
}

/** See `profiles.change`. Names stand outside the seals of the key file, so no passphrase is needed. */
export function changeProfile(context: StoreContext, input: InputOf<Change>): void {
  const { db, info } = workspaceOf(context);
  const profile = findActive(db, input.id);
  const isRoleChange = profile.isReviewer !== input.isReviewer;
  if (isRoleChange || !profile.isCurrent) mustBeReviewer(db);
  if (isRoleChange && !input.isReviewer && reviewersBut(db, profile.id).length === 0) {
    throw new Failure('profile-last-reviewer');
  }
  const name = freeName(db, input.name, profile.id);
  const keyFiles = readKeyFiles(info.folder);
  const [newest] = keyFiles.candidates;
  if (newest === undefined) throw new Failure('key-file-damaged');
  inOneStep(db, () => {
    db.prepare('UPDATE profiles SET name = ?, is_reviewer = ? WHERE id = ?').run(
      name,
      input.isReviewer ? 1 : 0,
      profile.id,
    );
    note(context, 'profile-changed', profile.id);
    if (name !== profile.name) replaceKeyFiles(info.folder, keyFiles, named(newest, profile, name));
  });
}

/** See `profiles.remove`. */
export async function removeProfile(
  context: StoreContext,
  { id, passphrase }: InputOf<Remove>,
  options: WorkspaceOptions = standardOptions,
): Promise<void> {
  const { db, info } = workspaceOf(context);
  mustBeReviewer(db);
  const profile = findActive(db, id);
  if (profile.isCurrent) throw new Failure('profile-is-current');
  const keyFiles = readKeyFiles(info.folder);
  const proof = { passphrase, profile: seatOf(db)?.profileId };
  const unlocked = await unlockOrCount(info.folder, keyFiles, proof, context.clock, options);
  wipe(unlocked);
  inOneStep(db, () => {
    const now = context.clock();
    db.prepare('UPDATE profiles SET removed_at = ? WHERE id = ?').run(now, id);
    db.prepare(
      'UPDATE approval_keys SET retired_at = ? WHERE profile_id = ? AND retired_at IS NULL',
    ).run(now, id);
    note(context, 'profile-removed', id);
    const { keyFile } = unlocked;
    const others = keyFile.profiles.filter((other) => other.id !== id);
    replaceKeyFiles(info.folder, keyFiles, { ...keyFile, profiles: others });
  });
}

/** The key files go last: if they cannot be written, nothing was changed. */
function inOneStep(db: Database, change: () => void): void {
  db.transaction(change).immediate();
}

function note(context: StoreContext, action: AuditAction, subject: string): void {
  appendAudit(workspaceOf(context).db, context.clock, { action, subject, detail: {} });
}

function named(keyFile: KeyFile, { id }: Profile, name: string): KeyFile {
  const profile = keyFile.profiles.find((other) => other.id === id);
  return profile === undefined ? keyFile : withProfile(keyFile, { ...profile, name });
}

/** Fails: `profile-unknown`. */
function findActive(db: Database, id: ProfileId): Profile {
  const found = activeProfiles(db).find((profile) => profile.id === id);
  if (found === undefined) throw new Failure('profile-unknown');
  return found;
}

function reviewersBut(db: Database, id: ProfileId): Profile[] {
  return activeProfiles(db).filter((profile) => profile.isReviewer && profile.id !== id);
}

/** Fails: `profile-not-reviewer`. */
function mustBeReviewer(db: Database): void {
  const current = activeProfiles(db).find(({ isCurrent }) => isCurrent);
  if (current?.isReviewer !== true) throw new Failure('profile-not-reviewer');
}

/** Fails: `profile-name-taken`. */
function freeName(db: Database, text: string, of: ProfileId | null): string {
  const name = profileName(text);
  const isTaken = activeProfiles(db).some((profile) => profile.name === name && profile.id !== of);
  if (isTaken) throw new Failure('profile-name-taken', { name });
  return name;
}
