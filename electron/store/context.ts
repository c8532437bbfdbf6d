import type { Database } from 'better-sqlite3';
import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';
import { Failure } from '../../shared/errors.ts';

/** What time it is, in milliseconds since 1970. Tests give their own. */
export type Clock = () => number;

/** An open workspace: its database (already keyed, migrated and locked against a second writer) and its facts. */
export type OpenWorkspace = { db: Database; info: WorkspaceInfo; close(): void };

/** What every handler gets. One store process holds at most one open workspace. */
export type StoreContext = { clock: Clock; open: OpenWorkspace | null };

/** The open workspace's database. Fails: `workspace-closed`. */
export function databaseOf(context: StoreContext): Database {
  return workspaceOf(context).db;
}

export function workspaceOf(context: StoreContext): OpenWorkspace {
  if (context.open === null) throw new Failure('workspace-closed');
  return context.open;
}
