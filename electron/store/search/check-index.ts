import type { Database } from 'better-sqlite3';
import { randomInt } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { JobControl } from '../../../shared/contract/define.ts';
import { Failure } from '../../../shared/errors.ts';
import { isCorruptIndex } from './corrupt-index.ts';
import { FACET_COLUMNS, facetsOf, storedFacets, type FacetRow } from './facets-of.ts';
import { formsIn, indexTextOf } from './index-text.ts';
import { readSearchable } from './read-record.ts';

const recordsAtOnce = 20;
/** From each record's tokens so many stretches of such a length are looked for in the index itself. */
const probes = 3;
const probeLength = 16;

/**
 * Compares the index with the records, and changes nothing. A record differs when its entry is missing, was made of
 * other text or by other rules, or when samples of its text are not where the index should have them. Entries about
 * no record count as well. A record in the trash may be without an entry. Fails: `cancelled`.
 */
export async function checkIndex(
  db: Database,
  control: JobControl,
): Promise<{ records: number; differing: number }> {
  const numbers = db
    .prepare('SELECT number FROM records ORDER BY number')
    .pluck()
    .all() as number[];
  let differing = countForeign(db);
  for (let done = 0; done < numbers.length; done += recordsAtOnce) {
    control.report({ done, total: numbers.length, phase: 'comparing' });
    await setImmediate();
    if (control.signal.aborted) throw new Failure('cancelled');
    const some = numbers.slice(done, done + recordsAtOnce);
    differing += some.filter((number) => isDifferent(db, number)).length;
  }
  control.report({ done: numbers.length, total: numbers.length, phase: 'comparing' });
  return { records: numbers.length, differing };
}

const sampled = 20;

/**
 * A quick look, for whenever a workspace is opened: every record has its entry, no entry is without its record, and a few
 * records picked at random are in the index as they should be. Some 10 ms for 10,000 records.
 */
export function isIndexSound(db: Database): boolean {
  const unindexed = db.prepare(
    `SELECT 1 FROM records WHERE trashed_at IS NULL AND number NOT IN (SELECT record FROM search_entries) LIMIT 1`,
  );
  const foreign = db.prepare(
    'SELECT 1 FROM search_entries WHERE record NOT IN (SELECT number FROM records) LIMIT 1',
  );
  if (unindexed.get() !== undefined || foreign.get() !== undefined) return false;
  const last = db.prepare('SELECT max(number) FROM records').pluck().get() as number | null;
  if (last === null) return true;
  const pick = db.prepare('SELECT number FROM records WHERE number >= ? LIMIT 1').pluck();
  return Array.from({ length: sampled }, () => pick.get(randomInt(last) + 1) as number).every(
    (number) => !isDifferent(db, number),
  );
}

type Entry = FacetRow & { entry: number; digest: Buffer; agrees: number };

function isDifferent(db: Database, number: number): boolean {
  const record = readSearchable(db, number);
  // Deleted since the numbers were read.
  if (record === undefined) return false;
  const entry = db
    .prepare(
      `SELECT entry, digest, e.kind = r.kind AND is_trashed = (trashed_at IS NOT NULL) AS agrees, ${FACET_COLUMNS}
       FROM search_entries e JOIN records r ON r.number = e.record WHERE e.record = ?`,
    )
    .get(number) as Entry | undefined;
  if (entry === undefined) {
    const trashed = 'SELECT trashed_at IS NOT NULL FROM records WHERE number = ?';
    return db.prepare(trashed).pluck().get(number) === 0;
  }
  const { meta, body, digest } = indexTextOf(record);
  return (
    entry.agrees === 0 ||
    !digest.equals(entry.digest) ||
    !isDeepStrictEqual(storedFacets(db, entry.entry), facetsOf(entry, formsIn(body))) ||
    !isIndexed(db, 'search_meta', entry.entry, meta.title) ||
    !isIndexed(db, 'search_body', entry.entry, body.text)
  );
}

function isIndexed(
  db: Database,
  table: 'search_meta' | 'search_body',
  entry: number,
  tokenText: string,
): boolean {
  const match = samplesOf(tokenText.split(' ')).map((sample) => `"${sample.join(' ')}"`);
  try {
    return (
      db
        .prepare(`SELECT 1 FROM ${table} WHERE ${table} MATCH ? AND rowid = ?`)
        .get(match.join(' AND '), entry) !== undefined
    );
  } catch (error) {
    if (isCorruptIndex(error)) return false;
    throw error;
  }
}

function samplesOf(tokens: readonly string[]): string[][] {
  const last = Math.max(0, tokens.length - probeLength);
  return Array.from({ length: probes }, (_, index) => {
    const start = Math.round((last * index) / (probes - 1));
    return tokens.slice(start, start + probeLength);
  });
}

function countForeign(db: Database): number {
  const rows = db
    .prepare(
      `SELECT
        (SELECT count(*) FROM search_entries WHERE record NOT IN (SELECT number FROM records)) +
        (SELECT count(*) FROM search_body_docsize WHERE id NOT IN (SELECT entry FROM search_entries)) +
        (SELECT count(*) FROM search_meta_docsize WHERE id NOT IN (SELECT entry FROM search_entries))`,
    )
    .pluck();
  return rows.get() as number;
}
