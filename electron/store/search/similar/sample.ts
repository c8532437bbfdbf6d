import type { Database } from 'better-sqlite3';
import { fold } from '../../../../shared/text/fold.ts';
import { sectionText, type DocumentTree } from '../../../../shared/document/tree.ts';
import type { Steps } from '../steps.ts';

/** In how many of the records looked at each pair of Han characters occurs. */
export type Sample = {
  size: number;
  pairs: ReadonlyMap<string, number>;
  records: number;
  latest: number | null;
};

/** Enough to tell a common pair from a telling one; more would only cost time. */
const MOST_SAMPLED = 300;
const AT_ONCE = 20;
/** A library that has grown or shrunk by so much is looked at anew. */
const STALE_SHARE = 0.25;

const samples = new WeakMap<Database, Sample>();

/**
 * What is common in this library, by a sample spread evenly over it (all of a small one): it says which words are worth
 * asking the index for, nothing more. It is kept while the workspace is open.
 */
export function* sampleOf(db: Database): Steps<Sample> {
  const { records, latest } = db
    .prepare('SELECT count(*) AS records, max(entry) AS latest FROM search_entries')
    .get() as { records: number; latest: number | null };
  const known = samples.get(db);
  // A small library is looked at whole, and anew whenever it has changed.
  const isCurrent =
    known !== undefined &&
    (records > MOST_SAMPLED
      ? Math.abs(records - known.records) <= known.records * STALE_SHARE
      : records === known.records && latest === known.latest);
  if (isCurrent) return known;
  const pairs = new Map<string, number>();
  const numbers = spread(db, records);
  const read = db.prepare('SELECT document FROM records WHERE number = ?').pluck();
  for (const [at, number] of numbers.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) yield undefined;
    const document = read.get(number) as string | undefined;
    if (document === undefined || document === '') continue;
    const { sections } = JSON.parse(document) as DocumentTree;
    for (const pair of pairsIn(fold(sections.map(sectionText).join('\n')))) {
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  const sample = { size: numbers.length, pairs, records, latest };
  samples.set(db, sample);
  return sample;
}

function spread(db: Database, records: number): number[] {
  const every = Math.max(1, Math.floor(records / MOST_SAMPLED));
  const numbers = db
    .prepare('SELECT record FROM search_entries WHERE is_trashed = 0 AND entry % ? = 0 LIMIT ?')
    .pluck();
  return numbers.all(every, MOST_SAMPLED) as number[];
}

const isHan = (unit: number) => unit >= 0x4e00 && unit <= 0x9fff;

/** Each pair of neighbouring Han characters of a folded text, once. */
export function pairsIn(folded: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 1; at < folded.length; at += 1) {
    if (isHan(folded.charCodeAt(at)) && isHan(folded.charCodeAt(at - 1))) {
      pairs.add(folded.slice(at - 1, at + 1));
    }
  }
  return pairs;
}
