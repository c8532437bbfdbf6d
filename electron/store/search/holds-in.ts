import type { Database } from 'better-sqlite3';
import { asCondition, compileQuery } from './compile-query.ts';
import type { Subject } from './prove.ts';

/** Asks the database, of one entry, what a record's text does not tell. */
export function holdsIn(db: Database, entry: number): Subject['holds'] {
  return (leaf) => {
    const { sql, values } = asCondition(compileQuery(leaf));
    return (
      db
        .prepare(`SELECT 1 FROM search_entries e WHERE e.entry = ? AND ${sql}`)
        .get(entry, ...values) !== undefined
    );
  };
}
