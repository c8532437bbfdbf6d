import type { Database } from 'better-sqlite3';

/** Runs what it is given one after another for each database, also after one that failed. */
export function createTurns(): <T>(db: Database, run: () => Promise<T>) => Promise<T> {
  const latest = new WeakMap<Database, Promise<unknown>>();
  return (db, run) => {
    const mine = (latest.get(db) ?? Promise.resolve()).then(run, run);
    latest.set(db, mine);
    return mine;
  };
}
