import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { SkipCode } from '../../../../shared/contract/records.ts';

export type FoundFile = { path: string } | { path: string; code: SkipCode };

/**
 * The files that the chosen places stand for: themselves, or what lies in and below a folder, in the order of names.
 * Below a folder, links and devices are not followed but reported; hidden files and the lock files of Word are passed
 * over. A file that is reached twice counts once.
 */
export async function findFiles(places: readonly string[]): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const place of places) {
    for (const file of await filesAt(place)) {
      const key = path.resolve(file.path);
      if (!found.has(key)) found.set(key, file);
    }
  }
  return [...found.values()];
}

async function filesAt(place: string): Promise<FoundFile[]> {
  try {
    // A link that somebody chose by hand is meant.
    const facts = await stat(place);
    if (facts.isDirectory()) return await filesBelow(place);
    return [facts.isFile() ? { path: place } : { path: place, code: 'file-unreadable' }];
  } catch {
    return [{ path: place, code: 'file-unreadable' }];
  }
}

async function filesBelow(folder: string): Promise<FoundFile[]> {
  const names = (await readdir(folder)).filter((name) => !isHidden(name)).toSorted();
  const found: FoundFile[] = [];
  for (const name of names) {
    const place = path.join(folder, name);
    try {
      const facts = await lstat(place);
      if (facts.isDirectory()) found.push(...(await filesBelow(place)));
      else found.push(facts.isFile() ? { path: place } : { path: place, code: 'file-unreadable' });
    } catch {
      found.push({ path: place, code: 'file-unreadable' });
    }
  }
  return found;
}

function isHidden(name: string): boolean {
  return /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$/i.test(name);
}
