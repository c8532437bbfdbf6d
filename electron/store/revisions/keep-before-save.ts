import type { Database } from 'better-sqlite3';
import { keepRevision } from './keep-revision.ts';

/** Nobody wrote for so long: what was written before is kept. Milliseconds. */
export const PAUSE = 5 * 60_000;
/** Somebody wrote for so long without such a pause: it is kept in between. Milliseconds. */
export const LONG_WRITING = 30 * 60_000;

type Standing = {
  number: number;
  saves: number;
  kept_saves: number;
  characters: number;
  changed_at: number;
};

/**
 * Decides, inside the transaction of a save and before it writes, whether what stands there is to be kept: an imported text that
 * nobody has changed yet, and whatever a pause or long writing has made a state worth coming back to. Being decided here it needs
 * no window that remembers to ask, and is in the same transaction as the change that would overwrite it.
 */
export function keepBeforeSave(db: Database, recordNumber: number, now: number): void {
  const standing = db
    .prepare<[number], Standing>(
      'SELECT number, saves, kept_saves, characters, changed_at FROM records WHERE number = ?',
    )
    .get(recordNumber);
  if (standing === undefined) return;
  const latest = db
    .prepare<[number], { written_at: number }>(
      `SELECT written_at FROM revisions WHERE record_number = ? AND ifnull(origin, 0) = 0
       ORDER BY number DESC LIMIT 1`,
    )
    .get(recordNumber);
  const isChanged = standing.saves !== standing.kept_saves;
  if (latest === undefined && !isChanged) {
    if (standing.characters > 0) keepRevision(db, recordNumber, { reason: 'first' });
  } else if (isChanged && now - standing.changed_at >= PAUSE) {
    keepRevision(db, recordNumber, { reason: 'pause' });
  } else if (isChanged && latest !== undefined && now - latest.written_at >= LONG_WRITING) {
    keepRevision(db, recordNumber, { reason: 'writing' });
  }
}
