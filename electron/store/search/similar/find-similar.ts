import type { Database } from 'better-sqlite3';
import type { SimilarRecord } from '../../../../shared/contract/similar.ts';
import { fold } from '../../../../shared/text/fold.ts';
import { matchForm, matchText } from '../compile-query.ts';
import { segmentsOfRow, type FoundRow } from '../describe-hit.ts';
import type { Steps } from '../steps.ts';
import { sampleOf } from './sample.ts';
import { sharedFields, type SharedFields } from './shared-fields.ts';
import type { Subject } from './subject.ts';
import { tellingTerms, type Term } from './telling-terms.ts';

/** So many words are asked the index for. */
const MOST_TERMS = 24;
/** Of a word, an article or a charge so many records are looked at, the newest. */
const MOST_OF_ONE = 1000;
/** So many, the best so far, are compared by their fields, and so many of those by their text. */
const MOST_CANDIDATES = 500;
const MOST_READ = 40;
const TERMS_COUNTED = 8;
const TERMS_SHOWN = 6;
const ARTICLES_COUNTED = 4;
const MOST_ARTICLES = 30;
const noFields: SharedFields = { charges: [], articles: [], rightTypes: [] };
/** What a shared charge, article, right type and word weigh when they are as rare as can be, and at least. */
const weights = {
  charge: { most: 5, least: 1.5 },
  article: { most: 3, least: 0.3 },
  rightType: { most: 2, least: 0.4 },
  term: { most: 2.5, least: 0.1 },
} as const;

type Known = { value: string; records: readonly number[]; weight: number };

type Ground = { terms: (Known & Term)[]; charges: Known[]; articles: Known[]; rightTypes: Known[] };

/**
 * Ranks the records that have most in common with a record or a passage: charges, articles, right types, and words that
 * are telling in this library; each the more the fewer records have it. The trash is left out. A step is one question to
 * the index, some tens of milliseconds at most.
 */
export function* similarInSteps(
  db: Database,
  subject: Subject,
  { limit, withOthers }: { limit: number; withOthers: boolean },
): Steps<SimilarRecord[]> {
  const ground = yield* groundOf(db, subject, withOthers);
  const { terms, charges, articles, rightTypes } = ground;
  const candidates = bestOf([...terms, ...articles, ...charges, ...rightTypes], MOST_CANDIDATES);
  const shared = sharedFields(db, candidates, subject);
  yield undefined;
  const scored = candidates.map((number) => {
    const fields = shared.get(number) ?? noFields;
    const fieldScore = scoreOfFields(fields, ground);
    const listed = terms.filter(({ records }) => records.includes(number));
    return { number, fields, fieldScore, score: fieldScore + scoreOfTerms(listed) };
  });
  const found: SimilarRecord[] = [];
  for (const one of scored.toSorted((a, b) => b.score - a.score).slice(0, MOST_READ)) {
    const row = readRow(db, one.number);
    yield undefined;
    if (row !== undefined) found.push(describe(row, one.fields, one.fieldScore, terms));
  }
  return found
    .filter(isTelling)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, limit);
}

/** What the subject has that others have too, and who has it. */
function* groundOf(db: Database, subject: Subject, withOthers: boolean): Steps<Ground> {
  const sample = yield* sampleOf(db);
  yield undefined;
  const total = sample.records;
  const terms: Ground['terms'] = [];
  for (const term of tellingTerms(subject.folded, sample, MOST_TERMS)) {
    const records = ofMatch(db, matchText(term.term, false).match, {
      except: subject.number,
      withOthers,
    });
    yield undefined;
    if (records.length === 0) continue;
    const often = (1 + Math.log(Math.min(term.count, 8))) / 2;
    const weight = weigh('term', records.length, total) * often;
    terms.push({ ...term, value: term.term, records, weight });
  }
  const articles: Known[] = [];
  for (const value of subject.articles.slice(0, MOST_ARTICLES)) {
    const records = ofMatch(db, matchForm(`§条${value}`), { except: subject.number, withOthers });
    yield undefined;
    articles.push({ value, records, weight: weigh('article', records.length, total) });
  }
  return {
    terms,
    articles,
    charges: marked(db, 'charge', subject.charges, { except: subject.number, withOthers }, total),
    rightTypes: marked(
      db,
      'right-type',
      subject.rightTypes,
      { except: subject.number, withOthers },
      total,
    ),
  };
}

/** The text says which words it has, also those that too many have to be listed. */
function describe(
  row: FoundRow,
  fields: SharedFields,
  fieldScore: number,
  terms: Ground['terms'],
): SimilarRecord {
  const text = fold(
    segmentsOfRow(row)
      .map(({ text: one }) => one)
      .join('\n'),
  );
  const own = terms
    .filter(({ term }) => text.includes(term))
    .toSorted((one, other) => other.weight - one.weight);
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    library: row.library ?? 'own',
    score: Math.round((fieldScore + scoreOfTerms(own)) * 100) / 100,
    reasons: { ...fields, terms: own.slice(0, TERMS_SHOWN).map(({ term }) => term) },
  };
}

/** One word, or the kind of right alone, makes no case similar. */
function isTelling({ reasons: { charges, articles, terms } }: SimilarRecord): boolean {
  return charges.length + articles.length > 0 || terms.length > 1;
}

function scoreOfFields(shared: SharedFields, { charges, articles, rightTypes }: Ground): number {
  return (
    sumOf(weightsOf(shared.charges, charges)) +
    sumOf(weightsOf(shared.articles, articles), ARTICLES_COUNTED) +
    sumOf(weightsOf(shared.rightTypes, rightTypes))
  );
}

function scoreOfTerms(terms: readonly Known[]): number {
  return sumOf(
    terms.map(({ weight }) => weight),
    TERMS_COUNTED,
  );
}

function weightsOf(values: readonly string[], known: readonly Known[]): number[] {
  return values.map((value) => known.find((one) => one.value === value)?.weight ?? 0);
}

/** The best of them together. */
function sumOf(some: readonly number[], most = some.length): number {
  const best = some.toSorted((one, other) => other - one).slice(0, most);
  return best.reduce((sum, one) => sum + one, 0);
}

function weigh(what: keyof typeof weights, records: number, total: number): number {
  const { most, least } = weights[what];
  const rarity = Math.log((total + 1) / (records + 0.5)) / Math.log(total + 1.5);
  return Math.max(least, most * Math.min(1, rarity));
}

/** Which records are compared: never the record itself; what other offices sent only when asked for. */
type Among = { except: number | null; withOthers: boolean };
const notOthers = ({ withOthers }: Among, number: string) =>
  withOthers ? '' : `AND ${number} NOT IN (SELECT record_number FROM received_records)`;

function ofMatch(db: Database, match: string, among: Among): number[] {
  return db
    .prepare(
      `SELECT e.record FROM search_body CROSS JOIN search_entries e ON e.entry = search_body.rowid
       WHERE search_body MATCH ? AND e.is_trashed = 0 AND e.record IS NOT ? ${notOthers(among, '+e.record')}
       ORDER BY search_body.rowid DESC LIMIT ?`,
    )
    .pluck()
    .all(match, among.except, MOST_OF_ONE) as number[];
}

function marked(
  db: Database,
  list: 'charge' | 'right-type',
  codes: readonly string[],
  among: Among,
  total: number,
): Known[] {
  const latest = db
    .prepare(
      `SELECT number FROM record_marks WHERE list = ? AND code = ? AND number IS NOT ? ${notOthers(among, '+number')}
       ORDER BY number DESC LIMIT ?`,
    )
    .pluck();
  const count = db.prepare('SELECT count(*) FROM record_marks WHERE list = ? AND code = ?').pluck();
  return codes.map((value) => ({
    value,
    records: latest.all(list, value, among.except, MOST_OF_ONE) as number[],
    weight: weigh(
      list === 'charge' ? 'charge' : 'rightType',
      count.get(list, value) as number,
      total,
    ),
  }));
}

function bestOf(all: readonly Known[], most: number): number[] {
  const scores = new Map<number, number>();
  for (const { records, weight } of all) {
    for (const number of records) scores.set(number, (scores.get(number) ?? 0) + weight);
  }
  return [...scores]
    .toSorted(([one, worse], [other, better]) => better - worse || other - one)
    .slice(0, most)
    .map(([number]) => number);
}

function readRow(db: Database, number: number): FoundRow | undefined {
  return db
    .prepare(
      `SELECT id, kind, title, keywords, case_numbers AS caseNumbers, document, changed_at AS changedAt,
         (SELECT library FROM received_records WHERE record_number = records.number) AS library
       FROM records WHERE number = ? AND trashed_at IS NULL`,
    )
    .get(number) as FoundRow | undefined;
}
