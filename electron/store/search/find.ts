import type { Database } from 'better-sqlite3';
import type {
  FacetFilter,
  SearchAnswer,
  SearchHit,
  SearchOrder,
} from '../../../shared/contract/search.ts';
import type { RecordKind } from '../../../shared/contract/records.ts';
import { isIndexComplete } from './completeness.ts';
import { describeHit, segmentsOfRow, type FoundRow } from './describe-hit.ts';
import { countAll, listEntries, rankFirstTier } from './list-entries.ts';
import { planSearch, type SearchPlan } from './plan-search.ts';
import { answers, proveQuery, reasons, subjectOf, type Reason, type Subject } from './prove.ts';
import { holdsIn } from './holds-in.ts';
import { COUNTED_EXACTLY, runToEnd, type Steps } from './steps.ts';

export type FindRequest = {
  query: string;
  kinds: readonly RecordKind[];
  where?: readonly FacetFilter[];
  /** Numbers of records that are not wanted. */
  except?: readonly number[];
  order?: SearchOrder;
  offset: number;
  limit: number;
  exact: boolean;
};
/** Answers `search.find` in one go. */
export function find(db: Database, request: FindRequest): SearchAnswer {
  return runToEnd(findInSteps(db, request));
}

type Entries = { page: number[]; inFirst: ReadonlySet<number>; total: number; isExact: boolean };

export function* findInSteps(db: Database, request: FindRequest): Steps<SearchAnswer> {
  const plan = planSearch(db, request);
  const { problems, pieces, marks } = plan;
  if (plan.isEmpty) return { total: 0, isExact: true, hits: [], terms: [], problems, pieces };
  const entries = plan.source.isExact
    ? yield* entriesOf(db, plan, request)
    : yield* provenEntries(db, plan, request);
  const read = createReader(db, plan);
  const hits = entries.page.flatMap((entry) => {
    const found = read(entry);
    if (found === null) return [];
    const tier: SearchHit['tier'] = entries.inFirst.has(entry) ? 'meta' : 'body';
    return [describeHit(found.row, found.subject, plan.query, marks, found.via, tier)];
  });
  return {
    total: entries.total - (entries.page.length - hits.length),
    isExact: entries.isExact && isIndexComplete(db),
    hits,
    terms: [...marks],
    problems,
    pieces,
  };
}

function* entriesOf(db: Database, plan: SearchPlan, request: FindRequest): Steps<Entries> {
  const { offset, limit, exact, order = 'relevance' } = request;
  const end = offset + limit;
  const first =
    order === 'relevance' && plan.firstTier !== null
      ? rankFirstTier(db, plan.firstTier, Math.max(COUNTED_EXACTLY, end))
      : [];
  // The body has what the first tier has, so its matches are all there are.
  const most = Math.max(COUNTED_EXACTLY + 1, end + first.length);
  const all = listEntries(db, plan.source, order, most);
  const inFirst = new Set(first);
  const page = [...first, ...all.filter((entry) => !inFirst.has(entry))].slice(offset, end);
  const wasCut = all.length >= most;
  const total = wasCut && exact ? yield* countAll(db, plan.source) : all.length;
  return {
    page,
    inFirst,
    total: wasCut && !exact ? COUNTED_EXACTLY : total,
    isExact: !wasCut || exact,
  };
}

const candidatesAtOnce = 100;
/** Beyond this, a query of which few candidates are proved says "at least". */
const LONGEST_PROOF_IN_MS = 1500;

/** The candidates that are proved against their texts. */
export function* provenEntries(
  db: Database,
  plan: SearchPlan,
  request: Pick<FindRequest, 'offset' | 'limit' | 'exact' | 'order'>,
): Steps<Entries> {
  const { offset, limit, exact, order = 'relevance' } = request;
  const candidates = listEntries(db, plan.source, order, Number.MAX_SAFE_INTEGER);
  const read = createReader(db, plan);
  const until = performance.now() + LONGEST_PROOF_IN_MS;
  const most = Math.max(COUNTED_EXACTLY + 1, offset + limit);
  const proven: number[] = [];
  const inFirst = new Set<number>();
  let at = 0;
  while (at < candidates.length && (exact || proven.length < most)) {
    if (!exact && performance.now() > until) break;
    for (const entry of candidates.slice(at, at + candidatesAtOnce)) {
      const found = read(entry);
      if (found === null) continue;
      proven.push(entry);
      if (order === 'relevance' && isInFirstTier(plan, found.subject)) inFirst.add(entry);
    }
    at += candidatesAtOnce;
    yield undefined;
  }
  const isWhole = at >= candidates.length;
  const sorted = [...inFirst, ...proven.filter((entry) => !inFirst.has(entry))];
  return {
    page: sorted.slice(offset, offset + limit),
    inFirst,
    total: isWhole || exact ? proven.length : Math.min(proven.length, COUNTED_EXACTLY),
    isExact: isWhole,
  };
}

/** Whether title, keywords and case numbers answer by themselves. */
function isInFirstTier({ query, marks }: SearchPlan, subject: Subject): boolean {
  const segments = subject.segments.filter(
    ({ segment }) => segment.heading === '' && metaPlaces.has(segment.place),
  );
  return answers(query, { ...subject, segments }, marks, reasons.length);
}
const metaPlaces: ReadonlySet<string> = new Set(['title', 'keywords', 'case-numbers']);

const rowOfEntry = `
  SELECT id, r.kind, title, keywords, case_numbers AS caseNumbers, document, changed_at AS changedAt,
    (SELECT library FROM received_records WHERE record_number = r.number) AS library,
    (SELECT coalesce(original_sender, sender_name) FROM received_records JOIN packs_received ON packs_received.number = pack_number
     WHERE record_number = r.number) AS senderName
  FROM search_entries JOIN records r ON number = record WHERE entry = ?`;

type Found = { row: FoundRow; subject: Subject; via: Reason };

/**
 * Reads a found record once and proves that it has what was asked for. It answers null when it has not: for exact queries
 * only a damaged index can bring that about.
 */
function createReader(db: Database, plan: SearchPlan): (entry: number) => Found | null {
  const readRow = db.prepare(rowOfEntry);
  return (entry) => {
    const row = readRow.get(entry) as FoundRow | undefined;
    if (row === undefined) return null;
    const subject = subjectOf(segmentsOfRow(row), plan.marks, holdsIn(db, entry));
    const via = proveQuery(plan.query, subject, plan.marks);
    return via === null ? null : { row, subject, via };
  };
}
