import type { Database } from 'better-sqlite3';
import type { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';

/**
 * Takes all of the records out of the trash or, if one is unknown, none. The index follows by triggers of the database.
 * Fails: `record-not-found`.
 */
export function restoreRecords(db: Database, ids: readonly RecordId[]): void {
  const restore = db.prepare('UPDATE records SET trashed_at = NULL WHERE id = ?');
  const restoreAll = db.transaction(() => {
    for (const id of ids) {
      if (restore.run(id).changes === 0) throw new Failure('record-not-found');
    }
  });
  restoreAll.immediate();
}
