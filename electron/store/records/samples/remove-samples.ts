import type { Database } from 'better-sqlite3';
import type { OutputOf } from '../../../../shared/contract/define.ts';
import type { records } from '../../../../shared/contract/records.ts';

/**
 * Deletes the samples as they came; the index follows by triggers of the database. A second save means that
 * somebody wrote in one: those words are theirs, so the record stays and loses the mark. So does one with a file attached.
 */
export function removeSamples(db: Database): OutputOf<(typeof records)['records.removeSamples']> {
  const remove = db.transaction(() => {
    const removed = db
      .prepare(
        `DELETE FROM records WHERE is_sample = 1 AND saves = 1
         AND NOT EXISTS (SELECT 1 FROM record_attachments WHERE record_number = records.number)`,
      )
      .run();
    const kept = db.prepare('UPDATE records SET is_sample = 0 WHERE is_sample = 1').run();
    return { removed: removed.changes, kept: kept.changes };
  });
  return remove.immediate();
}
