import { lstat, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { PackFile } from '../../../shared/contract/inbox.ts';
import { Failure } from '../../../shared/errors.ts';
import { findFiles } from '../records/import/find-files.ts';

/** More than anybody brings in one go. */
export const MOST_PACKS = 1000;

/**
 * The packs that chosen places stand for: the files themselves, whatever their names, and what ends in `.jzpack` in and below a
 * folder, in the order of names. Links below a folder are not followed.
 */
export async function findPacks(
  places: readonly string[],
): Promise<{ items: PackFile[]; total: number }> {
  const items: PackFile[] = [];
  for (const place of places) {
    for (const found of await findFiles([place])) {
      const below = relative(place, found.path);
      if (below === '') items.push({ file: place });
      else if ('sizeInBytes' in found && /\.jzpack$/iu.test(below))
        items.push({ file: place, below });
    }
  }
  return { items: items.slice(0, MOST_PACKS), total: items.length };
}

/** Where a pack lies: the file that was chosen, or one below the folder that was. Fails: `path-not-chosen` for anything beside it. */
export async function pathOf({ file, below }: PackFile): Promise<string> {
  if (below === undefined) return file;
  const path = join(file, below);
  const isPlain = !isAbsolute(below) && !below.split(/[\\/]/u).includes('..');
  if (!isPlain) throw new Failure('path-not-chosen');
  try {
    const within = await realpath(file);
    // Neither the file nor a folder on the way to it is a link.
    const isThere = (await lstat(path)).isFile();
    if (isThere && (await realpath(path)) === `${within}${sep}${relative(file, path)}`) return path;
  } catch (error) {
    throw new Failure('file-unreadable', {}, error);
  }
  throw new Failure('path-not-chosen');
}
