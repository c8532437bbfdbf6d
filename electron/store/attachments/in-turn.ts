import type { Database } from 'better-sqlite3';

const turns = new WeakMap<Database, Promise<unknown>>();

/**
 * Runs what brings contents in and what collects them one after another: a content must not be collected while the same bytes
 * arrive again.
 */
export function inTurn<T>(db: Database, run: () => Promise<T>): Promise<T> {
  const mine = (turns.get(db) ?? Promise.resolve()).then(run, run);
  turns.set(db, mine);
  return mine;
}
