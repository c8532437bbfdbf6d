import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../shared/canonical-json.ts';

/** A line as it is hashed: `detail` is the stored text, to the byte. */
export type StoredLine = {
  number: number;
  at: number;
  action: string;
  subject: string;
  detail: string;
  /** The profile that did it; null for lines from before there were profiles, and for what no profile did. */
  who: string | null;
};

/** What stands before the first line. */
export const NO_LINE = '0'.repeat(64);

/** The hash of a line: SHA-256 of the hash before it, a line feed, and the line as canonical JSON. */
export function hashLine(
  before: string,
  { number, at, action, subject, detail, who }: StoredLine,
): string {
  const line = { number, at, action, subject, detail };
  const json = canonicalJson(who === null ? line : { ...line, who });
  return createHash('sha256').update(`${before}\n${json}`).digest('hex');
}
