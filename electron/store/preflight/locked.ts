import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';
import { scanRecord } from '../../../shared/text/scan/scan-record.ts';
import { readChosen } from '../packs/read-chosen.ts';

/**
 * The state-secret marking that a record bears as it stands, in the trash too: the words, or null. Such a record is still written and read, and
 * nothing else. What is no document any more bears none. Fails: `record-not-found`.
 */
export function lockingWords(db: Database, id: string): string | null {
  try {
    const record = readChosen(db, id, { mayBeTrashed: true });
    return scanRecord(record).find(({ kind }) => kind === 'secrecy-marking')?.text ?? null;
  } catch (error) {
    if (error instanceof Failure && error.code === 'document-invalid') return null;
    throw error;
  }
}

/** Fails: `state-secret-marked`, `record-not-found`. */
export function refuseLocked(db: Database, id: string): void {
  if (lockingWords(db, id) !== null) throw new Failure('state-secret-marked');
}
