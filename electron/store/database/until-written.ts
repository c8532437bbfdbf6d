import type { Database } from 'better-sqlite3';

const known = new WeakMap<Database, { changes: number; answers: Map<string, unknown> }>();
/** Of one state of the database; what is asked for in a window is far less. */
const MOST_ANSWERS = 200;

/**
 * What `work` answers, kept until anything is written through this connection (no other may write): for counts that every
 * page of a list needs. `key` names the question and all that it depends on.
 */
export function untilWritten<Value>(db: Database, key: string, work: () => Value): Value {
  const changes = db.prepare('SELECT total_changes()').pluck().get() as number;
  let own = known.get(db);
  if (own === undefined || own.changes !== changes || own.answers.size >= MOST_ANSWERS) {
    own = { changes, answers: new Map() };
    known.set(db, own);
  }
  if (own.answers.has(key)) return own.answers.get(key) as Value;
  const value = work();
  own.answers.set(key, value);
  return value;
}
