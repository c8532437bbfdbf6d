import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../../shared/errors.ts';
import { decodeKeyFile, encodeKeyFile, keyFileNames, largestKeyFileInBytes } from './key-file.ts';
import type { KeyFile } from './key-file.ts';
import { replaceFiles } from './replace-file.ts';

/** What the two copies say. `candidates` are the whole ones that differ, the newest first. */
export type KeyFiles = { candidates: readonly KeyFile[]; areAlike: boolean };

/**
 * Reads both copies. One damaged or missing is enough to go on with; nothing is repaired before a candidate has
 * proved itself. Fails: `key-file-damaged` if neither is whole or they are of two workspaces, `workspace-newer`.
 */
export function readKeyFiles(folder: string): KeyFiles {
  const copies = keyFileNames.map((name) => readCopy(join(folder, name)));
  if (copies.includes('newer')) throw new Failure('workspace-newer', { reason: 'key-file' });
  const whole = copies.filter((copy) => copy !== null && copy !== 'newer');
  const [first, second] = whole.toSorted((a, b) => b.generation - a.generation);
  if (first === undefined) throw new Failure('key-file-damaged', { reason: 'no-copy-whole' });
  if (second === undefined) return { candidates: [first], areAlike: false };
  if (first.workspaceId !== second.workspaceId) {
    throw new Failure('key-file-damaged', { reason: 'copies-of-two-workspaces' });
  }
  const areAlike = encodeKeyFile(first).equals(encodeKeyFile(second));
  return { candidates: areAlike ? [first] : [first, second], areAlike };
}

export function writeKeyFiles(folder: string, keyFile: KeyFile): void {
  const bytes = encodeKeyFile(keyFile);
  replaceFiles(keyFileNames.map((name) => ({ file: join(folder, name), bytes })));
}

/** Puts renewed secrets in the place of all that was there: newer than the newest copy, so that an old one never wins again. */
export function replaceKeyFiles(folder: string, before: KeyFiles, renewed: KeyFile): void {
  writeKeyFiles(folder, { ...renewed, generation: newestGeneration(before) + 1 });
}

/** Makes both copies whole again with the one that opened the workspace, so that the person can surely open it again. */
export function repairKeyFiles(folder: string, before: KeyFiles, good: KeyFile): void {
  if (!before.areAlike) {
    writeKeyFiles(folder, { ...good, generation: newestGeneration(before) });
  }
}

function newestGeneration({ candidates }: KeyFiles): number {
  return Math.max(...candidates.map(({ generation }) => generation));
}

/** Only for a workspace that has never been answered to anyone. */
export function removeKeyFiles(folder: string): void {
  for (const name of keyFileNames) rmSync(join(folder, name), { force: true });
}

function readCopy(file: string): KeyFile | 'newer' | null {
  try {
    if (statSync(file).size > largestKeyFileInBytes) return null;
    return decodeKeyFile(readFileSync(file));
  } catch {
    // Gone, a bad sector, no permission: whatever it is, the other copy decides.
    return null;
  }
}
