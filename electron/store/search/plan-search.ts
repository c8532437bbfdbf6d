import type { Database } from 'better-sqlite3';
import type { FacetFilter, SearchAnswer } from '../../../shared/contract/search.ts';
import type { RecordStatus } from '../../../shared/contract/record-status.ts';
import type { Library, RecordKind } from '../../../shared/contract/records.ts';
import { fold } from '../../../shared/text/fold.ts';
import { identifierForm } from '../../../shared/text/identifiers.ts';
import { parseQuery } from '../../../shared/text/query/parse-query.ts';
import type { Query } from '../../../shared/text/query/query.ts';
import {
  compileFirstTier,
  compileQuery,
  asCondition,
  planQuery,
  type Plan,
} from './compile-query.ts';
import { indexedFacets, marksOf, resolveQuery, type Resolved } from './resolve-query.ts';

export type SearchPlan = {
  query: Resolved;
  /** Every record that answers; when it is not exact, some that do not as well. */
  source: Plan;
  /** Those that answer in title, keywords and case numbers alone, or null: no part of the query can. */
  firstTier: Plan | null;
  /** Texts to mark, in the order that hits count them. */
  marks: readonly string[];
  isEmpty: boolean;
} & Pick<SearchAnswer, 'problems' | 'pieces'>;

export type SearchQuestion = {
  query: string;
  kinds: readonly RecordKind[];
  where?: readonly FacetFilter[];
  /** Numbers of records that are not wanted. */
  except?: readonly number[];
};

/** Understands a question and works out what to ask the database. An empty query with filters asks for all that they leave. */
export function planSearch(
  db: Database,
  { query: typed, kinds, where = [], except = [] }: SearchQuestion,
): SearchPlan {
  const parsed = parseQuery(typed);
  const resolved = parsed.query === null ? null : resolveQuery(db, parsed.query);
  const query = resolved?.query ?? { type: 'and', parts: [] };
  const whole = parsed.isPlain ? wholeOf(typed, query) : null;
  const asked: Resolved = whole === null ? query : { type: 'or', parts: [query, whole] };
  const filters = filtersOf(db, where);
  const scope: Resolved[] = kinds.length === 0 ? [] : [{ type: 'kind', kinds }];
  const all: Resolved[] = [...(asked.type === 'and' ? asked.parts : [asked]), ...filters];
  const source = without(except, planQuery({ type: 'and', parts: [...all, ...scope] }));
  const tier = compileFirstTier(asked);
  const isPositive = !all.some(hasConditions);
  return {
    query: asked,
    source,
    firstTier:
      tier === null ? null : without(except, firstTierOf(tier, isPositive ? null : source, scope)),
    marks: marksOf(asked),
    isEmpty: parsed.query === null && (where.length === 0 || typed.trim() !== ''),
    problems: [...parsed.problems, ...unknownIn(typed, parsed.pieces, resolved?.unknown ?? [])],
    pieces: parsed.pieces.map(({ start, end, query: piece, isExcluded }) => ({
      start,
      end,
      type: piece.type === 'field' ? piece.field : piece.type === 'years' ? 'year' : piece.type,
      isExcluded,
    })),
  };
}

/** The identifier that a query is when its blanks are taken out: 2014 绍柯知初字 第 162 号. */
function wholeOf(typed: string, query: Resolved): Resolved | null {
  if (query.type !== 'and') return null;
  const together = fold(typed).replaceAll(/\s+/gu, '');
  const form = together.length <= 80 ? identifierForm(together) : null;
  return form === null ? null : { type: 'form', form, text: together };
}

/** What the first tier alone cannot tell: what is excluded, codes, years, parts. */
function hasConditions(query: Resolved): boolean {
  if (query.type === 'and' || query.type === 'or') return query.parts.some(hasConditions);
  return query.type !== 'text' && query.type !== 'form';
}

function without(except: readonly number[], plan: Plan): Plan {
  if (except.length === 0) return plan;
  const condition = {
    sql: '+e.record NOT IN (SELECT value FROM json_each(?))',
    values: [JSON.stringify(except)],
  };
  return { ...plan, conditions: [...plan.conditions, condition] };
}

function firstTierOf(match: string, whole: Plan | null, scope: readonly Resolved[]): Plan {
  if (whole === null) {
    const conditions = scope.map((kind) => asCondition(compileQuery(kind)));
    return { match, conditions, isExact: true };
  }
  const inBody =
    whole.match === null ? [] : [asCondition({ match: whole.match, isExact: whole.isExact })];
  return { match, conditions: [...inBody, ...whole.conditions], isExact: whole.isExact };
}

/** Lists that the index knows; the others are in `record_marks`. */
const indexedLists: ReadonlySet<string> = new Set(['article', 'procuratorate', 'year', 'source']);

function filtersOf(db: Database, where: readonly FacetFilter[]): Resolved[] {
  return where.map(({ list, codes, isExcluded }) => {
    const filter: Resolved =
      list === 'kind'
        ? { type: 'kind', kinds: codes as RecordKind[] }
        : list === 'status'
          ? { type: 'status', statuses: codes as RecordStatus[] }
          : list === 'library'
            ? { type: 'library', libraries: codes as Library[] }
            : indexedLists.has(list)
              ? indexedFacets(db, list, (code) => codes.includes(code))
              : { type: 'marked', list, codes };
    return isExcluded ? { type: 'not', part: filter } : filter;
  });
}

function unknownIn(
  typed: string,
  pieces: readonly { start: number; end: number; query: Query }[],
  unknown: readonly Query[],
): SearchAnswer['problems'] {
  return pieces
    .filter(({ query }) => unknown.includes(query))
    .map(({ start, end }) => ({
      code: 'value-unknown' as const,
      start,
      end: Math.min(end, typed.length),
    }));
}
