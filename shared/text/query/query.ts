/** What a query can ask of one part of a record: `标题:甲`. See `field-names.ts` for how they are written. */
export const queryFields = [
  'title',
  'keyword',
  'case-number',
  'charge',
  'article',
  'procuratorate',
  'year',
  'kind',
  'status',
  'tag',
  'section',
  'function',
  'right-type',
  'stage',
  'outcome',
  'region',
  'source',
  'library',
  'origin',
] as const;
export type QueryField = (typeof queryFields)[number];

/**
 * What was asked for. `text` is folded; with white space in it, it is a phrase whose white space stands for white space of
 * any length. `near`: all the words in one part of a record, with at most `within` other characters between the first
 * and the last. `years`: both ends included, null for open. `and` and `or` have at least two different parts, none of
 * which is of the same type; `not` holds no `not`.
 */
export type Query =
  | { type: 'text'; text: string }
  | { type: 'near'; words: string[]; within: number }
  | { type: 'field'; field: Exclude<QueryField, 'year'>; text: string }
  | { type: 'years'; from: number | null; to: number | null }
  | { type: 'and'; parts: Query[] }
  | { type: 'or'; parts: Query[] }
  | { type: 'not'; part: Query };

/** What is wrong with a query; each has its sentence in `search.problems` of both languages. */
export const problemCodes = [
  'quote-open',
  'bracket-open',
  'bracket-close',
  'operator-alone',
  'field-empty',
  'year-invalid',
  'value-unknown',
  'near-alone',
  'near-in-field',
  'too-deep',
  'too-long',
  'too-many',
] as const;
export type ProblemCode = (typeof problemCodes)[number];
/** `start` and `end` are places in the query as it was typed, in UTF-16 units; `end` is exclusive. */
export type QueryProblem = { code: ProblemCode; start: number; end: number };

/** A recognised piece of the query and where it was typed: what the chips show. */
export type QueryPiece = { start: number; end: number; query: Query; isExcluded: boolean };

/** `query` is null when there is nothing to look for. */
export type ParsedQuery = {
  query: Query | null;
  /** No operator of any kind: words between blanks, as typed. */
  isPlain: boolean;
  problems: QueryProblem[];
  pieces: QueryPiece[];
};

/** All parts of one kind together, flat, each once; null of none. */
export function joined(type: 'and' | 'or', parts: readonly Query[]): Query | null {
  const flat = parts.flatMap((part) => (part.type === type ? part.parts : [part]));
  const once = new Map(flat.map((part) => [JSON.stringify(part), part]));
  const [first, ...others] = once.values();
  if (first === undefined) return null;
  return others.length === 0 ? first : { type, parts: [first, ...others] };
}

export function negated(part: Query): Query {
  return part.type === 'not' ? part.part : { type: 'not', part };
}
