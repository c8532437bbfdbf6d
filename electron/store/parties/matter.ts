import type { Database } from 'better-sqlite3';
import { fold } from '../../../shared/text/fold.ts';
import { identifierForm } from '../../../shared/text/identifiers.ts';
import { wordsOf } from '../records/record-row.ts';

type Row = { number: number; case_numbers: string };
type LinkRow = { one: number; other: number };

/**
 * The numbers of all records of the same matter as this one, itself among them. Looked for among the records that have
 * parties or a link, and this one: of the others nothing can differ.
 */
export function matterOf(db: Database, recordNumber: number): number[] {
  return [...(mattersOf(db, [recordNumber]).get(recordNumber) ?? [recordNumber])];
}

/** The same of several records at once, each as if it were asked for alone. */
export function mattersOf(
  db: Database,
  recordNumbers: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const known = db
    .prepare(
      `SELECT number, case_numbers FROM records WHERE number IN (SELECT record_number FROM parties)
         OR number IN (SELECT one FROM matter_links UNION SELECT other FROM matter_links)`,
    )
    .all() as Row[];
  const links = db.prepare('SELECT one, other FROM matter_links').all() as LinkRow[];
  const neighbours = new Map<string, string[]>();
  const join = (one: string, other: string) => {
    put(neighbours, one, other);
    put(neighbours, other, one);
  };
  for (const { number, case_numbers } of known) {
    for (const key of keysOf(case_numbers)) join(`${number}`, key);
  }
  for (const { one, other } of links) join(`${one}`, `${other}`);
  const there = new Set(known.map(({ number }) => number));
  const own = db.prepare('SELECT case_numbers FROM records WHERE number = ?').pluck();
  const reached = new Map<string, readonly number[]>();
  const matters = new Map<number, number[]>();
  for (const number of recordNumbers) {
    const written = there.has(number) ? undefined : own.get(number);
    const from = [`${number}`, ...(typeof written === 'string' ? keysOf(written) : [])];
    const all = from.flatMap((one) => numbersFrom(one, neighbours, reached));
    matters.set(number, [...new Set([number, ...all])]);
  }
  return matters;
}

function put(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Every record that is reached from there; whatever is reached together is gone through once. */
function numbersFrom(
  from: string,
  neighbours: ReadonlyMap<string, readonly string[]>,
  reached: Map<string, readonly number[]>,
): readonly number[] {
  const known = reached.get(from);
  if (known !== undefined) return known;
  const met = new Set([from]);
  // A set hands out what is added to it while it is gone through.
  for (const one of met) for (const next of neighbours.get(one) ?? []) met.add(next);
  const numbers = Array.from(met, Number).filter((number) => !Number.isNaN(number));
  for (const one of met) reached.set(one, numbers);
  return numbers;
}

function keysOf(caseNumbers: string): string[] {
  return wordsOf(caseNumbers).map((written) => `案${caseNumberKey(written)}`);
}

/** The same number however it is written. */
function caseNumberKey(written: string): string {
  const folded = fold(written).replaceAll(/\s+/gu, '');
  return identifierForm(folded) ?? folded;
}
