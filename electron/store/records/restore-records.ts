import type { Database } from 'better-sqlite3';
import type { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { indexRecord } from '../search/index-record.ts';
import { recordOf, SUMMARY_COLUMNS, type RecordRow } from './record-row.ts';

/** Takes all of the records out of the trash or, if one is unknown, none. Fails: `record-not-found`. */
export function restoreRecords(db: Database, ids: readonly RecordId[]): void {
  const move = db.transaction(() => {
    const find = db.prepare(
      `SELECT ${SUMMARY_COLUMNS}, document, source_name FROM records WHERE id = ?`,
    );
    const restore = db.prepare('UPDATE records SET trashed_at = NULL WHERE number = ?');
    for (const id of ids) {
      const row = find.get(id) as RecordRow | undefined;
      if (row === undefined) throw new Failure('record-not-found');
      if (row.trashed_at === null) continue;
      restore.run(row.number);
      indexRecord(db, { ...recordOf(row), number: row.number });
    }
  });
  move.immediate();
}
