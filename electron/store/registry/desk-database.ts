import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';
import { workspaceOf, type StoreContext } from '../context.ts';

/** The database of a desk or a provincial office. Fails: `workspace-closed`, `workspace-not-desk`. */
export function deskDatabase(context: StoreContext): Database {
  const { db, info } = workspaceOf(context);
  if (info.kind === 'contact-point') throw new Failure('workspace-not-desk');
  return db;
}
