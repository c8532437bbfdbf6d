import type { Database } from 'better-sqlite3';
import type { AuditState } from '../../../shared/contract/audit.ts';
import { hashLine, NO_LINE, type StoredLine } from './chain.ts';

/**
 * Counts the chain again. A line changed, removed from the middle or put in breaks it there. Lines removed at the end leave a
 * whole chain with another head: that shows against a head noted elsewhere.
 */
export function verifyAudit(db: Database): AuditState {
  const rows = db
    .prepare<[], StoredLine & { hash: string }>(
      'SELECT number, at, action, subject, detail, hash, who FROM audit ORDER BY number',
    )
    .iterate();
  let [lines, head, brokenAt]: [number, string, number | null] = [0, NO_LINE, null];
  for (const row of rows) {
    lines += 1;
    const fits = row.number === lines && hashLine(head, row) === row.hash;
    if (!fits) brokenAt ??= row.number;
    head = row.hash;
  }
  return { lines, head, brokenAt };
}

/** The hash of the line of this number; of none, the noughts before the first. Null if there is no such line. */
export function headAt(db: Database, number: number): string | null {
  if (number === 0) return NO_LINE;
  const hash = db.prepare('SELECT hash FROM audit WHERE number = ?').pluck().get(number);
  return typeof hash === 'string' ? hash : null;
}
