import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';
import { workspaceOf, type StoreContext } from '../context.ts';

/** The database of a provincial office. Fails: `workspace-closed`, `workspace-not-province`. */
export function provinceDatabase(context: StoreContext): Database {
  const { db, info } = workspaceOf(context);
  if (info.kind !== 'province') throw new Failure('workspace-not-province');
  return db;
}
