import type { Database } from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { constants, existsSync, linkSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JobControl } from '../../../shared/contract/define.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { writeFailure } from '../files/file-failure.ts';
import { placeFile, refuseExisting } from '../files/place-file.ts';
import { sentFolder } from '../workspace/layout.ts';
import { limits } from './limits.ts';
import { isOfFormerKey } from './of-former-key.ts';
import { verifyPack } from './verify-pack.ts';

/**
 * A pack is sent again as the same bytes, since its number is taken and another content under it is refused. So what was written is kept in
 * the workspace's folder, encrypted to its recipients as it is; the oldest go when they are more than `limits.sentCopies`
 * together. Backups do not take them along.
 */
const copyOf = (folder: string, packId: string) => join(sentFolder(folder), `${packId}.jzpack`);

export function isKept(folder: string, packId: string): boolean {
  return existsSync(copyOf(folder, packId));
}

/** Never fails: a pack that was made is made, also where there is no room for a second one. */
export async function keepSent(folder: string, packId: string, file: string): Promise<void> {
  const copy = copyOf(folder, packId);
  try {
    mkdirSync(dirname(copy), { recursive: true, mode: 0o700 });
    await linkOrCopy(file, copy);
    dropOldest(folder);
  } catch {
    rmSync(copy, { force: true });
  }
}

/** On the same disk a second name costs nothing. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    linkSync(from, to);
  } catch {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  }
}

function dropOldest(folder: string): void {
  const kept = readdirSync(sentFolder(folder))
    // Ids begin with their time.
    .toSorted()
    .toReversed()
    .map((name) => join(sentFolder(folder), name));
  let total = 0;
  for (const [place, file] of kept.entries()) {
    total += statSync(file).size;
    if (place > 0 && total > limits.sentCopies) rmSync(file, { force: true });
  }
}

/** What is in these packs must not stay: their copies go. */
export function dropSent(folder: string, packIds: readonly string[]): void {
  for (const packId of packIds) rmSync(copyOf(folder, packId), { force: true });
}

/** Gives a pack out again, byte for byte, after checking that it is still what was written. Codes: see the contract. */
export async function resend(
  db: Database,
  clock: Clock,
  info: WorkspaceInfo,
  { packId, file }: { packId: string; file: string },
  control: JobControl,
): Promise<{ packId: string; file: string; sizeInBytes: number }> {
  const hash = db.prepare('SELECT hash FROM packs_written WHERE pack_id = ?').pluck().get(packId);
  if (hash === undefined) throw new Failure('pack-not-found', { packId });
  if (isOfFormerKey(db, packId)) throw new Failure('pack-of-former-key');
  refuseExisting(file);
  const copy = copyOf(info.folder, packId);
  if (!existsSync(copy)) throw new Failure('pack-not-kept');
  const temporary = join(dirname(file), `.${randomBytes(8).toString('hex')}.jzpack-part`);
  try {
    await copyFile(copy, temporary).catch((error: unknown) => {
      throw writeFailure(error, file);
    });
    const verification = await verifyPack(db, info, temporary, control);
    if (verification.packId !== packId || verification.hash !== hash)
      throw new Failure('pack-not-kept');
    placeFile(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
  appendAudit(db, clock, { action: 'pack-resent', subject: packId, detail: {} });
  return { packId, file, sizeInBytes: statSync(file).size };
}
