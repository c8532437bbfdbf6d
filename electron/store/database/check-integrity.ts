import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';

/** Reads every page, index and full-text table. Fails: `workspace-damaged`. It names no content, only the first fault's kind. */
export function checkIntegrity(db: Database): void {
  const faults = db.pragma('integrity_check(1)') as { integrity_check: string }[];
  if (faults[0]?.integrity_check !== 'ok') {
    throw new Failure('workspace-damaged', { reason: 'integrity-check' });
  }
}
