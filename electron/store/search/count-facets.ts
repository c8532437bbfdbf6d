import type { Database } from 'better-sqlite3';
import { FacetList, type FacetCount, type FacetsAnswer } from '../../../shared/contract/search.ts';
import { isIndexComplete } from './completeness.ts';
import { provenEntries } from './find.ts';
import { eachRecord } from './list-entries.ts';
import { planSearch, type SearchPlan, type SearchQuestion } from './plan-search.ts';
import { COUNTED_EXACTLY, type Steps } from './steps.ts';

/** More than anybody reads; the most frequent are there. */
const MOST_CODES = 200;

/**
 * Counts what was found by every facet. A list that is filtered by is counted as if it were not, so that another of its
 * codes can be added. Up to a thousand records are counted unless `exact`.
 */
export function* countFacetsInSteps(
  db: Database,
  question: SearchQuestion & { exact: boolean },
): Steps<FacetsAnswer> {
  const { where = [], exact } = question;
  const plan = planSearch(db, question);
  if (plan.isEmpty) return { facets: [], counted: 0, isExact: true };
  const most = exact ? Number.MAX_SAFE_INTEGER : COUNTED_EXACTLY;
  const whole = yield* countOf(db, plan, most);
  const facets = whole.facets.filter(({ list }) => !where.some((one) => one.list === list));
  let isExact = whole.isExact;
  for (const list of new Set(where.map((one) => one.list))) {
    const others = where.filter((one) => one.list !== list);
    const wider = yield* countOf(db, planSearch(db, { ...question, where: others }), most);
    facets.push(...wider.facets.filter((one) => one.list === list));
    isExact &&= wider.isExact;
  }
  return { facets, counted: whole.counted, isExact: isExact && isIndexComplete(db) };
}

type Counted = { facets: FacetCount[]; counted: number; isExact: boolean };

function* countOf(db: Database, plan: SearchPlan, most: number): Steps<Counted> {
  const counts = new Map<string, Map<string, number>>();
  let counted = 0;
  let isExact = true;
  for (const records of recordsOf(db, plan, most + 1)) {
    yield undefined;
    if (records === null) continue;
    const some = records.slice(0, most - counted);
    isExact &&= some.length === records.length;
    counted += some.length;
    addCounts(db, some, counts);
  }
  const facets = FacetList.options.flatMap((list) =>
    [...(counts.get(list) ?? [])]
      .toSorted(([one, few], [other, many]) => many - few || (one < other ? -1 : 1))
      .slice(0, MOST_CODES)
      .map(([code, count]) => ({ list, code, count })),
  );
  return { facets, counted, isExact };
}

/** Numbers of records, some at a time; null for a step that only proved. */
function* recordsOf(
  db: Database,
  plan: SearchPlan,
  most: number,
): Generator<number[] | null, void, undefined> {
  if (plan.source.isExact) {
    yield* eachRecord(db, plan.source, most);
    return;
  }
  const exact = most > COUNTED_EXACTLY + 1;
  const steps = provenEntries(db, plan, { offset: 0, limit: most, exact });
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) {
      const record = db.prepare('SELECT record FROM search_entries WHERE entry = ?').pluck();
      yield value.page.map((entry) => record.get(entry) as number);
      return;
    }
    yield null;
  }
}

function addCounts(
  db: Database,
  records: readonly number[],
  counts: Map<string, Map<string, number>>,
): void {
  // CROSS JOIN: from the records to their marks, never the other way round.
  const of = 'FROM json_each(@records) AS wanted CROSS JOIN';
  const rows = db
    .prepare(
      `SELECT list, code, count(*) ${of} record_marks ON number = wanted.value GROUP BY list, code
       UNION ALL SELECT list, code, count FROM (
         SELECT facet.value AS id, count(*) AS count ${of} search_entries ON record = wanted.value
         CROSS JOIN json_each(facets) AS facet GROUP BY facet.value) JOIN facet_codes USING (id)
       UNION ALL SELECT 'status', status, count(*) FROM records INDEXED BY records_by_status
         WHERE trashed_at IS NULL AND status > '' AND +number IN (SELECT value FROM json_each(@records)) GROUP BY status
       UNION ALL SELECT 'library', ifnull(library, 'own'), count(*) ${of.replace('CROSS JOIN', 'LEFT JOIN')} received_records
         ON record_number = wanted.value GROUP BY library
       UNION ALL SELECT 'kind', kind, count(*) ${of} search_entries ON record = wanted.value GROUP BY kind`,
    )
    .raw()
    .all({ records: JSON.stringify(records) }) as [string, string, number][];
  for (const [list, code, count] of rows) {
    const ofList = counts.get(list) ?? new Map<string, number>();
    ofList.set(code, (ofList.get(code) ?? 0) + count);
    counts.set(list, ofList);
  }
}
