import type { Database } from 'better-sqlite3';
import { toFailure } from '../database/sqlite-failure.ts';
import { keepRevision } from './keep-revision.ts';

/**
 * Keeps every record that was changed since its latest revision: when a workspace is left, and, for those that were not left but
 * lost in a crash, when it is opened. Each on its own: one that cannot be kept, or a full disk, must not hinder either.
 */
export function keepUnkept(db: Database): void {
  const numbers = db
    .prepare('SELECT number FROM records WHERE saves <> kept_saves ORDER BY number')
    .pluck()
    .all() as number[];
  const keep = db.transaction((number: number) => keepRevision(db, number, { reason: 'left' }));
  for (const number of numbers) {
    try {
      keep.immediate(number);
    } catch (error) {
      const { code } = toFailure(error) ?? { code: 'internal' };
      console.error(`[store] keeping a revision: ${code}`);
    }
  }
}
