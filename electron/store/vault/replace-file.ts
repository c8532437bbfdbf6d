import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export type Replacement = { file: string; bytes: Uint8Array };

/**
 * Replaces files so that each is whole at every moment, either old or new. All new bytes are on the disk before the
 * first old file goes, so a full disk replaces none of them. Files are readable by their owner only.
 */
export function replaceFiles(replacements: readonly Replacement[]): void {
  const written: string[] = [];
  try {
    for (const { file, bytes } of replacements) {
      const temporary = `${file}.new`;
      written.push(temporary);
      writeDurably(temporary, bytes);
    }
    for (const { file } of replacements) renameSync(`${file}.new`, file);
  } catch (error) {
    for (const temporary of written) rmSync(temporary, { force: true });
    throw error;
  }
  for (const folder of new Set(replacements.map(({ file }) => dirname(file)))) syncFolder(folder);
}

function writeDurably(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes renames in a folder survive a power cut. Windows has no such call and orders them itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  syncFile(folder);
}

export function syncFile(file: string): void {
  const handle = openSync(file, process.platform === 'win32' ? 'r+' : 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
