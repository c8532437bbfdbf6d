import { createHash } from 'node:crypto';
import { fold } from '../../../../shared/text/fold.ts';
import type { KeptFile } from './pictures.ts';
import { partLines, type Part } from './read-source.ts';

/**
 * SHA-256 over the folded text without white space, and over the pictures that stand in it: the same text in another format
 * or layout is the same, one with another picture is not. `files` are those of the whole file.
 */
export function partHash(part: Part, files: readonly KeptFile[]): string {
  const hash = createHash('sha256');
  for (const line of partLines(part)) hash.update(fold(line).replaceAll(/\s+/gu, ''));
  if (files.length > 0) {
    const own = picturesOf(part);
    for (const { id, hash: picture } of files) if (own.has(id)) hash.update(`\n${picture}`);
  }
  return hash.digest('hex');
}

function picturesOf(part: Part): Set<string> {
  if (part.type === 'row') return new Set();
  return new Set(
    part.blocks.flatMap((block) => (block.type === 'image' ? [block.attachmentId] : [])),
  );
}
