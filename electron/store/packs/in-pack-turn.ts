import type { Database } from 'better-sqlite3';

const writing = new WeakMap<Database, Promise<unknown>>();

/** One pack after the other: two at once would take the same number. */
export function inPackTurn<T>(db: Database, write: () => Promise<T>): Promise<T> {
  const mine = (writing.get(db) ?? Promise.resolve()).then(write, write);
  writing.set(db, mine);
  return mine;
}
