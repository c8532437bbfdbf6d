import * as z from 'zod';
import { command, job, query, Nothing } from './define.ts';
import { RecordId, RecordKind } from './records.ts';

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
  /** `text`: the folded text has the folded words. `identifier`: an identifier in it has another written form. */
  via: z.enum(['text', 'identifier']),
  /** Which tier found it: titles, keywords and numbers come before the text. */
  tier: z.enum(['meta', 'body']),
  changedAt: z.number().int(),
});
export type SearchHit = z.output<typeof SearchHit>;

export const SearchAnswer = z.object({
  /** Exact when `isExact`; otherwise "at least", shown as 1,000+. */
  total: z.number().int(),
  isExact: z.boolean(),
  hits: z.array(SearchHit),
  /** What is to be marked in an opened document: folded terms, identifiers in all written forms are found by the marker itself. */
  terms: z.array(z.string()),
});
export type SearchAnswer = z.output<typeof SearchAnswer>;

export const search = {
  /**
   * Finds records (not in the trash) that have every word of the query. What a scan of the folded text for the folded
   * words would find is found; further hits come only through identifiers and say so. Order: hits in title, keywords
   * and case numbers by weighted bm25 (when they are fewer than 1,000, else newest first), then hits in the text,
   * newest first. An empty or punctuation-only query answers no hits. `limit` at most 500. `exact` asks for the full
   * count whatever it costs. Queries of up to 10,000 characters; of a longer one the rest is ignored.
   */
  'search.find': query(
    z.object({
      query: z.string().max(100_000),
      kinds: z.array(RecordKind).default([]),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(20),
      exact: z.boolean().default(false),
    }),
    SearchAnswer,
  ),
  /** Compares the index with the records. `differing` counts records whose index entries are missing, stale or foreign. */
  'search.check': job(
    Nothing,
    z.object({ records: z.number().int(), differing: z.number().int() }),
  ),
  /** Makes the index anew from the records. */
  'search.rebuild': job(Nothing, z.object({ records: z.number().int() })),
  /** Merges a little of the index while nobody waits; answers whether there is more to do. */
  'search.tidy': command(Nothing, z.object({ hasMore: z.boolean() })),
};
