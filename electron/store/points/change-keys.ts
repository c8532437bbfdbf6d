import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { addOwnKeys } from './create-own-keys.ts';
import { currentKeys, ownCard } from './own-keys.ts';

/** See `points.changeKeys`. */
export function changeKeys(
  db: Database,
  clock: Clock,
  info: WorkspaceInfo,
): { cardVersion: number; fingerprint: string } {
  const change = db.transaction(() => {
    const before = currentKeys(db);
    const now = clock();
    db.prepare('UPDATE own_keys SET retired_at = ? WHERE retired_at IS NULL').run(now);
    const ageRecipient = addOwnKeys(db, now, before.cardVersion + 1);
    appendAudit(db, () => now, {
      action: 'keys-changed',
      subject: ageRecipient,
      detail: { version: before.cardVersion + 1 },
    });
  });
  change.immediate();
  const { cardVersion, fingerprint } = ownCard(currentKeys(db), info);
  return { cardVersion, fingerprint };
}

/** See `points.startEpoch`. */
export function startEpoch(db: Database, clock: Clock): { epoch: string } {
  const epoch = randomBytes(16).toString('hex');
  const start = db.transaction(() => {
    db.prepare('INSERT INTO epochs (epoch, started_at) VALUES (?, ?)').run(epoch, clock());
    appendAudit(db, clock, { action: 'epoch-started', subject: epoch, detail: {} });
  });
  start.immediate();
  return { epoch };
}
