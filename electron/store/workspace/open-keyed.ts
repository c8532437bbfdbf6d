import type { Database } from 'better-sqlite3';
import { statSync } from 'node:fs';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { backUpBeforeUpgrade } from '../backup/back-up.ts';
import type { Clock, OpenWorkspace } from '../context.ts';
import { checkIntegrity } from '../database/check-integrity.ts';
import { migrate, readVersion } from '../database/migrate.ts';
import { openDatabase, openDatabaseToRead } from '../database/open.ts';
import { proveCipherOnce } from '../database/prove-cipher.ts';
import { leaveSeat, type Seat } from '../profiles/seat.ts';
import { sitDown } from '../profiles/sit-down.ts';
import { hasAcceptedRisk, readInfo, writeAcceptedRisk } from './facts.ts';
import type { Lock } from './hold-lock.ts';
import { databaseFile, journalFile } from './layout.ts';
import type { WorkspaceOptions } from './options.ts';

export type Opening = {
  folder: string;
  key: Uint8Array;
  workspaceId: string;
  lock: Lock;
  clock: Clock;
  acceptsFolderRisk: boolean;
  /** Who unlocked, and the name to give them if they have none. */
  seat: Seat;
  name: string | null;
};

/**
 * Opens a workspace whose key is known and whose lock is held. Everything that can be refused is refused by a
 * connection that cannot write. The key stays the caller's, who wipes it; the lock is released by `close`.
 */
export function openKeyed(opening: Opening, options: WorkspaceOptions): OpenWorkspace {
  proveCipherOnce();
  const { version, risk } = inspect(opening, options);
  const db = openDatabase(databaseFile(opening.folder), opening.key);
  try {
    upgrade(db, version, opening, options);
    sitDown(db, opening.clock, opening.seat, opening.name);
    if (risk !== null) recordConsent(db, risk, opening);
    const info = readInfo(db, opening.folder, opening.workspaceId);
    return { db, info, close: () => closeWorkspace(db, opening.lock) };
  } catch (error) {
    leaveSeat(db);
    db.close();
    throw error;
  }
}

/** Answers the version and, if the person accepts a risk only now, that risk. Nothing has been changed when it fails. */
function inspect(
  { folder, key, workspaceId, acceptsFolderRisk }: Opening,
  options: WorkspaceOptions,
) {
  const risk = options.riskOf(folder);
  const wasCutOff = sizeOf(journalFile(folder)) > 0;
  const db = openDatabaseToRead(databaseFile(folder), key);
  try {
    const version = readVersion(db, options.migrations);
    if (version === 0) throw new Failure('workspace-damaged', { reason: 'database-empty' });
    // A journal that was not taken in means that the last run did not end by itself.
    if (wasCutOff) checkIntegrity(db);
    readInfo(db, folder, workspaceId);
    if (risk === 'none' || hasAcceptedRisk(db, { folder, risk })) return { version, risk: null };
    if (!acceptsFolderRisk) throw new Failure('folder-risk-not-accepted', { risk });
    return { version, risk };
  } finally {
    db.close();
  }
}

function upgrade(db: Database, from: number, opening: Opening, options: WorkspaceOptions): void {
  const to = options.migrations.length;
  if (from === to) return;
  backUpBeforeUpgrade(db, opening.folder, opening.key, { version: from, now: opening.clock() });
  migrate(db, options.migrations);
  appendAudit(db, opening.clock, {
    action: 'workspace-upgraded',
    subject: opening.workspaceId,
    detail: { from, to },
  });
}

function recordConsent(
  db: Database,
  risk: Exclude<ReturnType<WorkspaceOptions['riskOf']>, 'none'>,
  { folder, clock, workspaceId }: Opening,
): void {
  db.transaction(() => {
    writeAcceptedRisk(db, { folder, risk });
    appendAudit(db, clock, {
      action: 'folder-risk-accepted',
      subject: workspaceId,
      detail: { risk },
    });
  })();
}

/** Takes the journal in, so that nothing deleted stays in it, and lets the next one in. Calling it twice is fine. */
function closeWorkspace(db: Database, lock: Lock): void {
  leaveSeat(db);
  if (!db.open) return;
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // A full disk, say: the journal stays and is taken in at the next start.
  }
  db.close();
  lock.release();
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
