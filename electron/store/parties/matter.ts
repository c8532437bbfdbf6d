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
  const rows = db
    .prepare(
      `SELECT number, case_numbers FROM records WHERE number = ?
         OR number IN (SELECT record_number FROM parties)
         OR number IN (SELECT one FROM matter_links UNION SELECT other FROM matter_links)`,
    )
    .all(recordNumber) as Row[];
  const links = db.prepare('SELECT one, other FROM matter_links').all() as LinkRow[];
  const neighbours = new Map<string, string[]>();
  const join = (one: string, other: string) => {
    neighbours.set(one, [...(neighbours.get(one) ?? []), other]);
    neighbours.set(other, [...(neighbours.get(other) ?? []), one]);
  };
  for (const { number, case_numbers } of rows) {
    for (const written of wordsOf(case_numbers)) join(`${number}`, `案${caseNumberKey(written)}`);
  }
  for (const { one, other } of links) join(`${one}`, `${other}`);
  return reachable(`${recordNumber}`, neighbours)
    .map(Number)
    .filter((number) => !Number.isNaN(number));
}

function reachable(from: string, neighbours: ReadonlyMap<string, readonly string[]>): string[] {
  const met = new Set([from]);
  // A set hands out what is added to it while it is gone through.
  for (const one of met) for (const next of neighbours.get(one) ?? []) met.add(next);
  return Array.from(met);
}

/** The same number however it is written. */
function caseNumberKey(written: string): string {
  const folded = fold(written).replaceAll(/\s+/gu, '');
  return identifierForm(folded) ?? folded;
}
