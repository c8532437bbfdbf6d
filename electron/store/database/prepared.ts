import type { Database, Statement } from 'better-sqlite3';

type Prepared = WeakMap<Database, Map<string, Statement>>;

const rows: Prepared = new WeakMap();
const values: Prepared = new WeakMap();

/**
 * A statement that is prepared once for each connection: preparing takes as long as running a short one, and each holds some 10 KB
 * until the garbage collector, which does not see them, comes by. For those that run again and again, for each record of an import
 * or a pack. A cached statement must not be set to `pluck` or `raw`, nor iterated.
 */
export function prepared<Row>(db: Database, sql: string): Statement<unknown[], Row> {
  return keptOr(rows, db, sql, () => db.prepare(sql)) as Statement<unknown[], Row>;
}

/** The same, for the first column alone. */
export function preparedValue<Value>(db: Database, sql: string): Statement<unknown[], Value> {
  return keptOr(values, db, sql, () => db.prepare(sql).pluck()) as Statement<unknown[], Value>;
}

function keptOr(kept: Prepared, db: Database, sql: string, make: () => Statement): Statement {
  let own = kept.get(db);
  if (own === undefined) kept.set(db, (own = new Map()));
  let statement = own.get(sql);
  if (statement === undefined) own.set(sql, (statement = make()));
  return statement;
}
