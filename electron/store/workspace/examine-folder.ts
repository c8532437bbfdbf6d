import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { FolderRisk } from '../../../shared/contract/workspace.ts';
import { hasWorkspace, isFreeForWorkspace } from './layout.ts';
import { standardOptions } from './options.ts';

export type FolderReport = {
  hasWorkspace: boolean;
  isEmpty: boolean;
  isWritable: boolean;
  risk: FolderRisk;
};

/** Looks at names and rights only: it opens no file, since closing one would drop the locks of an open workspace. */
export function examineFolder(chosen: string, { riskOf } = standardOptions): FolderReport {
  const folder = resolve(chosen);
  const risk = riskOf(folder);
  if (!exists(folder)) {
    return { hasWorkspace: false, isEmpty: true, isWritable: isWritable(folder), risk };
  }
  if (!statSync(folder).isDirectory()) {
    return { hasWorkspace: false, isEmpty: false, isWritable: false, risk };
  }
  return {
    hasWorkspace: hasWorkspace(folder),
    isEmpty: isEmpty(folder),
    isWritable: isWritable(folder),
    risk,
  };
}

function isEmpty(folder: string): boolean {
  try {
    return isFreeForWorkspace(folder);
  } catch {
    return false;
  }
}

/** Of a folder that does not exist yet, the nearest one above it answers. */
function isWritable(folder: string): boolean {
  if (!exists(folder)) return folder !== dirname(folder) && isWritable(dirname(folder));
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
