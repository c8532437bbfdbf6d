import type { Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { SkipCode } from '../../../../shared/contract/records.ts';

export type FoundFile = { path: string; sizeInBytes: number } | { path: string; code: SkipCode };
type Signal = { readonly aborted: boolean };

/**
 * The files that the chosen places stand for: themselves, or what lies in and below a folder, in the order of names.
 * Below a folder, links and devices are not followed but reported; hidden files and the lock files of Word are passed
 * over. A file that is reached twice counts once. Asked to stop, it answers with what it has found.
 */
export async function findFiles(
  places: readonly string[],
  signal: Signal = { aborted: false },
): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const place of places) {
    for (const file of await filesAt(place, signal)) {
      const key = path.resolve(file.path);
      if (!found.has(key)) found.set(key, file);
    }
  }
  return [...found.values()];
}

async function filesAt(place: string, signal: Signal): Promise<FoundFile[]> {
  try {
    // A link that somebody chose by hand is meant.
    const facts = await stat(place);
    if (facts.isDirectory()) return await filesBelow(place, signal);
    return [fileAt(place, facts)];
  } catch {
    return [{ path: place, code: 'file-unreadable' }];
  }
}

async function filesBelow(folder: string, signal: Signal): Promise<FoundFile[]> {
  const names = (await readdir(folder)).filter((name) => !isHidden(name)).toSorted();
  const found: FoundFile[] = [];
  for (const name of names) {
    if (signal.aborted) break;
    const place = path.join(folder, name);
    try {
      const facts = await lstat(place);
      if (facts.isDirectory()) found.push(...(await filesBelow(place, signal)));
      else found.push(fileAt(place, facts));
    } catch {
      found.push({ path: place, code: 'file-unreadable' });
    }
  }
  return found;
}

function fileAt(place: string, facts: Stats): FoundFile {
  if (!facts.isFile()) return { path: place, code: 'file-unreadable' };
  return { path: place, sizeInBytes: facts.size };
}

function isHidden(name: string): boolean {
  return /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$/i.test(name);
}
