import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../shared/canonical-json.ts';

/** A line as it is hashed: `detail` is the stored text, to the byte. */
export type StoredLine = {
  number: number;
  at: number;
  action: string;
  subject: string;
  detail: string;
};

/** What stands before the first line. */
export const NO_LINE = '0'.repeat(64);

/** The hash of a line: SHA-256 of the hash before it, a line feed, and the line as canonical JSON. */
export function hashLine(
  before: string,
  { number, at, action, subject, detail }: StoredLine,
): string {
  const json = canonicalJson({ number, at, action, subject, detail });
  return createHash('sha256').update(`${before}\n${json}`).digest('hex');
}
