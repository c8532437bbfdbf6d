import { createHash } from 'node:crypto';
import { fold } from '../../../../shared/text/fold.ts';
import { partLines, type Part } from './read-source.ts';

/** SHA-256 over the folded text without white space: the same text in another format or layout is the same. */
export function partHash(part: Part): string {
  const hash = createHash('sha256');
  for (const line of partLines(part)) hash.update(fold(line).replaceAll(/\s+/gu, ''));
  return hash.digest('hex');
}
