import type { Database } from 'better-sqlite3';
import type { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { isOthers } from '../inbox/is-others.ts';

/**
 * Moves all of the records to the trash or, if one is unknown, none. The index follows by triggers of the database.
 * Fails: `record-not-found`, `record-read-only` for what another office sent: that is theirs to take back.
 */
export function trashRecords(db: Database, ids: readonly RecordId[], now: number): void {
  const move = db.transaction(() => {
    const find = db.prepare('SELECT number, trashed_at FROM records WHERE id = ?');
    const trash = db.prepare('UPDATE records SET trashed_at = ? WHERE number = ?');
    for (const id of ids) {
      const row = find.get(id) as { number: number; trashed_at: number | null } | undefined;
      if (row === undefined) throw new Failure('record-not-found');
      if (isOthers(db, row.number)) throw new Failure('record-read-only');
      if (row.trashed_at !== null) continue;
      trash.run(now, row.number);
    }
  });
  move.immediate();
}
