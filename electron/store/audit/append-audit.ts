import type { Database } from 'better-sqlite3';
import type { Clock } from '../context.ts';

/**
 * One line of the audit trail. `action` is a fixed word (`card-enrolled`), `subject` the id of what it was done to,
 * `detail` facts such as counts and fingerprints: never case text, a title, a party or a secret, because the trail is
 * kept when records are purged. Call it inside the transaction of the thing done.
 */
export type AuditEntry = {
  action: string;
  subject: string;
  detail: Readonly<Record<string, string | number>>;
};

export function appendAudit(db: Database, clock: Clock, entry: AuditEntry): void {
  db.prepare('INSERT INTO audit (at, action, subject, detail) VALUES (?, ?, ?, ?)').run(
    clock(),
    entry.action,
    entry.subject,
    JSON.stringify(entry.detail),
  );
}
