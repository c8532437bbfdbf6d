import type { Database } from 'better-sqlite3';
import { setImmediate } from 'node:timers/promises';
import type { JobControl } from '../../../shared/contract/define.ts';
import { Failure } from '../../../shared/errors.ts';
import { setIndexComplete } from './completeness.ts';
import { indexRecord } from './index-record.ts';
import { compactIndex } from './tidy-index.ts';
import { readSearchable } from './read-record.ts';

const recordsAtOnce = 20;

/**
 * Empties the index and fills it from the records, the longest unchanged first. Other work goes on in between, in its
 * own transactions; a record it saves is not indexed twice. Fails: `cancelled`; then searches find what is indexed
 * so far and call no total exact, until the next rebuild.
 */
export async function rebuildIndex(
  db: Database,
  control: JobControl,
): Promise<{ records: number }> {
  emptyIndex(db);
  const numbers = db
    .prepare('SELECT number FROM records ORDER BY changed_at, number')
    .pluck()
    .all() as number[];
  for (let done = 0; done < numbers.length; done += recordsAtOnce) {
    control.report({ done, total: numbers.length, phase: 'indexing' });
    await setImmediate();
    if (control.signal.aborted) throw new Failure('cancelled');
    indexMissing(db, numbers.slice(done, done + recordsAtOnce));
  }
  setIndexComplete(db, true);
  while (compactIndex(db) && !control.signal.aborted) await setImmediate();
  control.report({ done: numbers.length, total: numbers.length, phase: 'indexing' });
  return { records: numbers.length };
}

/** Nothing is found from now on but what is indexed anew. Damage to what is thrown away does not matter. */
export function emptyIndex(db: Database): void {
  db.transaction(() => {
    setIndexComplete(db, false);
    db.exec(`
      INSERT INTO search_meta (search_meta) VALUES ('delete-all');
      INSERT INTO search_body (search_body) VALUES ('delete-all');
      DELETE FROM search_entries;
    `);
  }).immediate();
}

function indexMissing(db: Database, numbers: readonly number[]): void {
  db.transaction(() => {
    const hasEntry = db.prepare('SELECT 1 FROM search_entries WHERE record = ?');
    for (const number of numbers) {
      const record = hasEntry.get(number) === undefined ? readSearchable(db, number) : undefined;
      if (record !== undefined) indexRecord(db, record);
    }
  }).immediate();
}
