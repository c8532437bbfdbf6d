import * as z from 'zod';
import { command, job, query, Nothing } from './define.ts';
import { problemCodes, queryFields } from '../text/query/query.ts';
import { Library, RecordId, RecordKind } from './records.ts';

/** A snippet in pieces, so that nobody has to parse markup: `isHit` pieces are what was found. */
export const SnippetPiece = z.object({ text: z.string(), isHit: z.boolean() });
export type SnippetPiece = z.output<typeof SnippetPiece>;

export const SearchHit = z.object({
  id: RecordId,
  kind: RecordKind,
  title: z.array(SnippetPiece),
  /** Where the snippet stands: a section id, or `title`, `keywords`, `case-numbers`. */
  place: z.string(),
  /** The heading of that section; empty for `title`, `keywords`, `case-numbers`. */
  heading: z.string(),
  snippet: z.array(SnippetPiece),
  /**
   * `text`: the folded text has what was asked for. `identifier`: only with an identifier in another written form.
   * `pinyin`: only with the sound of the title.
   */
  via: z.enum(['text', 'identifier', 'pinyin']),
  /** Which tier found it: titles, keywords and numbers come before the text. */
  tier: z.enum(['meta', 'body']),
  changedAt: z.number().int(),
  library: Library,
  /** The office that sent it; null for one's own. */
  senderName: z.string().nullable(),
});
export type SearchHit = z.output<typeof SearchHit>;

/** What was found can be counted and filtered by these. `source`: `written`, `imported` or `sample`. `library`: see `Library`. */
export const FacetList = z.enum([
  'library',
  'kind',
  'status',
  'charge',
  'article',
  'right-type',
  'function',
  'stage',
  'outcome',
  'region',
  'procuratorate',
  'year',
  'tag',
  'source',
]);
export type FacetList = z.output<typeof FacetList>;
/** Records that have one of these codes or, excluded, none of them. */
export const FacetFilter = z.object({
  list: FacetList,
  codes: z.array(z.string().min(1).max(300)).min(1).max(100),
  isExcluded: z.boolean().default(false),
});
export type FacetFilter = z.output<typeof FacetFilter>;
const Where = z.array(FacetFilter).max(24).default([]);

/** `relevance`: the two tiers. `newest` and `oldest`: by the latest change. `title`: by pronunciation. */
export const SearchOrder = z.enum(['relevance', 'newest', 'oldest', 'title']);
export type SearchOrder = z.output<typeof SearchOrder>;

const Place = { start: z.number().int(), end: z.number().int() };
/** What is wrong with a query, and where: places are UTF-16 units of the query as given, `end` is exclusive. */
export const Problem = z.object({ code: z.enum(problemCodes), ...Place });
/** What was recognised in a query: a field, a phrase (`text`) or words near one another (`near`). */
export const Piece = z.object({
  type: z.enum([...queryFields, 'text', 'near', 'and', 'or', 'not']),
  isExcluded: z.boolean(),
  ...Place,
});
export type Piece = z.output<typeof Piece>;

export const SearchAnswer = z.object({
  /** Exact when `isExact`; otherwise "at least", shown as 1,000+. */
  total: z.number().int(),
  isExact: z.boolean(),
  hits: z.array(SearchHit),
  /** What is to be marked in an opened document: folded terms, identifiers in all written forms are found by the marker itself. */
  terms: z.array(z.string()),
  problems: z.array(Problem),
  pieces: z.array(Piece),
});
export type SearchAnswer = z.output<typeof SearchAnswer>;

export const FacetCount = z.object({
  list: FacetList,
  code: z.string(),
  count: z.number().int(),
});
export type FacetCount = z.output<typeof FacetCount>;
export const FacetsAnswer = z.object({
  /** By list, the most frequent first, at most 200 of each. */
  facets: z.array(FacetCount),
  /** How many records were counted. */
  counted: z.number().int(),
  /** False: the counts are of the latest thousand only. */
  isExact: z.boolean(),
});
export type FacetsAnswer = z.output<typeof FacetsAnswer>;

/** `asker`: a question overtakes the one that the same asker asked before, which then fails with `cancelled`. */
const Asker = z.string().min(1).max(50).optional();
const Question = {
  query: z.string().max(100_000),
  kinds: z.array(RecordKind).default([]),
  where: Where,
  asker: Asker,
};

export const search = {
  /**
   * Finds records (not in the trash) that answer a query in the language of `shared/text/query`; without operators that
   * is: which have every word. What a scan of the folded text for the folded words would find is found; further hits come
   * only through identifiers and the sound of titles, and say so. By relevance, hits in title, keywords and case numbers
   * come first, by weighted bm25 (when they are fewer than 1,000, else newest first), then hits in the text, newest
   * first. A query that is malformed names its `problems`, and its words are looked for. An empty query answers no hits,
   * or with filters all that they leave. `limit` at most 500. `exact` asks for the full count whatever it costs; others
   * are let in between. Queries of up to 10,000 characters; of a longer one the rest is ignored. Fails: `cancelled`.
   */
  'search.find': query(
    z.object({
      ...Question,
      order: SearchOrder.default('relevance'),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(20),
      exact: z.boolean().default(false),
    }),
    SearchAnswer,
  ),
  /** Counts what `search.find` would find by every facet. Fails: `cancelled`. */
  'search.facets': query(
    z.object({ ...Question, exact: z.boolean().default(false) }),
    FacetsAnswer,
  ),
  /**
   * Whether the index holds every record (`isComplete`) and, at a quick look, agrees with them (`isSound`). If not,
   * `search.rebuild` is to be offered.
   */
  'search.state': query(Nothing, z.object({ isComplete: z.boolean(), isSound: z.boolean() })),
  /** What was searched for, the latest first, at most 100. */
  'search.history': query(Nothing, z.object({ queries: z.array(z.string()) })),
  /** Puts a query on top of the history. */
  'search.remember': command(z.object({ query: z.string().trim().min(1).max(10_000) }), Nothing),
  /** Forgets one query, or all. */
  'search.clearHistory': command(z.object({ query: z.string().max(10_000).optional() }), Nothing),
  /** Compares the index with the records. `differing` counts records whose index entries are missing, stale or foreign. */
  'search.check': job(
    Nothing,
    z.object({ records: z.number().int(), differing: z.number().int() }),
  ),
  /** Makes the index anew from the records and from what was read of attachments. */
  'search.rebuild': job(Nothing, z.object({ records: z.number().int() })),
  /** Merges a little of the index while nobody waits; answers whether there is more to do. */
  'search.tidy': command(Nothing, z.object({ hasMore: z.boolean() })),
};
