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
    removeSampleSources(db);
    const kept = db.prepare('UPDATE records SET is_sample = 0 WHERE is_sample = 1').run();
    return { removed: removed.changes, kept: kept.changes };
  });
  return remove.immediate();
}

/** Those that no record cites and nobody has changed; the others are somebody's own from now on. */
function removeSampleSources(db: Database): void {
  db.prepare(
    `DELETE FROM sources WHERE is_sample = 1 AND version = 1
     AND NOT EXISTS (SELECT 1 FROM record_sources WHERE source_id = sources.id)`,
  ).run();
  db.prepare('UPDATE sources SET is_sample = 0 WHERE is_sample = 1').run();
}
