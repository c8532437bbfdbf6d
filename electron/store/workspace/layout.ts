import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { attemptsFileName } from '../vault/attempts.ts';
import { keyFileNames } from '../vault/key-file.ts';

/** What stands where in a workspace's folder. */
export const databaseFile = (folder: string) => join(folder, 'workspace.db');
export const journalFile = (folder: string) => join(folder, 'workspace.db-wal');
export const lockFile = (folder: string) => join(folder, 'lock');
export const backupsFolder = (folder: string) => join(folder, 'backups');
/** Packs as they were written, to be sent again. */
export const sentFolder = (folder: string) => join(folder, 'sent');
/** A workspace is built in here; the database leaves it last, and with that the workspace exists. */
export const creatingFolder = (folder: string) => join(folder, 'creating');

const leftByLocking = ['lock', 'lock-journal', attemptsFileName];
const leftByDesktops = ['.DS_Store', 'Thumbs.db', 'desktop.ini', '.directory'];

export function hasWorkspace(folder: string): boolean {
  return existsSync(databaseFile(folder));
}

/**
 * Whether a workspace may be created in a folder that exists. What an unfinished creation left does not count; key
 * files count as soon as no creation is under way, because they may be all that is left of a workspace.
 */
export function isFreeForWorkspace(folder: string): boolean {
  const names = readdirSync(folder);
  const isUnfinished = names.includes('creating') && !names.includes('workspace.db');
  const ignored = new Set([...leftByLocking, ...leftByDesktops]);
  if (isUnfinished) for (const name of ['creating', ...keyFileNames]) ignored.add(name);
  return names.every((name) => ignored.has(name));
}
