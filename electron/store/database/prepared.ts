import type { Database, Statement } from 'better-sqlite3';

const statements = new WeakMap<Database, Map<string, Statement>>();

/**
 * A statement that is prepared once for each connection: preparing takes as long as running a short one. For those that
 * run again and again, for each record of an import. A cached statement must not be set to `pluck` or `raw`.
 */
export function prepared(db: Database, sql: string): Statement {
  let own = statements.get(db);
  if (own === undefined) {
    own = new Map();
    statements.set(db, own);
  }
  let statement = own.get(sql);
  if (statement === undefined) {
    statement = db.prepare(sql);
    own.set(sql, statement);
  }
  return statement;
}
