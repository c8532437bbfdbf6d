import type { Database } from 'better-sqlite3';
import type { FileFacts } from './attached-file.ts';
import type { FoundHere } from './finding.ts';

const MOST_FILES = 5000;
/** Of one file: one with more is looked through again. */
const MOST_FINDINGS = 40;

/**
 * What looking through a file's words came to, under the key of what it was looked through for: the names of other matters that stand in it
 * (by their places in the table), and what has to be decided about it.
 */
export type Remembered = {
  standing?: { key: string; at: readonly number[] };
  found?: { key: string; findings: readonly FoundHere[] };
};
type Known = { facts: FileFacts; found: Remembered };

/**
 * What was learnt of files since the workspace was opened, by the hash of their bytes: the same bytes looked through for the same
 * names come to the same. Whoever writes such a file out compares the bytes with the hash. Never their text; gone with the
 * connection.
 */
export type FileMemory = {
  get(key: string): Known | undefined;
  learn(key: string, facts: FileFacts): Known;
};

const memories = new WeakMap<Database, Map<string, Known>>();

export function memoryOf(db: Database): FileMemory {
  const known = memories.get(db) ?? new Map<string, Known>();
  memories.set(db, known);
  return {
    get: (key) => known.get(key),
    learn(key, facts) {
      const before = known.get(key);
      const isSame = before?.facts.sha256 === facts.sha256;
      const learnt = { facts, found: isSame ? before.found : {} };
      if (known.size >= MOST_FILES) known.clear();
      known.set(key, learnt);
      return learnt;
    },
  };
}

/** Worked out, unless it is remembered for the same key. */
export async function foundFor(
  remembered: Remembered,
  key: string,
  find: () => Promise<readonly FoundHere[]>,
): Promise<readonly FoundHere[]> {
  if (remembered.found?.key === key) return remembered.found.findings;
  const findings = await find();
  if (findings.length <= MOST_FINDINGS) remembered.found = { key, findings };
  return findings;
}
