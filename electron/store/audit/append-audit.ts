import type { Database } from 'better-sqlite3';
import type { AuditAction } from '../../../shared/contract/audit.ts';
import type { Clock } from '../context.ts';
import { seatOf } from '../profiles/seat.ts';
import { hashLine, NO_LINE } from './chain.ts';
import { prepared } from '../database/prepared.ts';

/**
 * One line of the audit trail. `action` is a fixed word (`card-enrolled`), `subject` the id of what it was done to,
 * `detail` facts such as counts and fingerprints: never case text, a title, a party or a secret, because the trail is
 * kept when records are purged. Who did it is whoever sits at the database. Call it inside the transaction of the thing done.
 */
export type AuditEntry = {
  action: AuditAction;
  subject: string;
  detail: Readonly<Record<string, string | number>>;
};

export function appendAudit(db: Database, clock: Clock, entry: AuditEntry): void {
  const last = auditHead(db);
  const { action, subject } = entry;
  const line = {
    number: last.number + 1,
    at: clock(),
    action,
    subject,
    detail: JSON.stringify(entry.detail),
    who: seatOf(db)?.profileId ?? null,
  };
  prepared(
    db,
    `INSERT INTO audit (number, at, action, subject, detail, hash, who)
     VALUES (@number, @at, @action, @subject, @detail, @hash, @who)`,
  ).run({ ...line, hash: hashLine(last.hash, line) });
}

/** The number and hash of the last line. */
export function auditHead(db: Database): { number: number; hash: string } {
  const last = prepared<{ number: number; hash: string }>(
    db,
    'SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1',
  ).get();
  return last ?? { number: 0, hash: NO_LINE };
}
