import * as z from 'zod';
import { command, query, Instant, Nothing } from './define.ts';
import { RecordKind } from './records.ts';
import { FacetFilter, SearchOrder } from './search.ts';

export const SavedSearchId = z.uuid().brand<'SavedSearchId'>();
export type SavedSearchId = z.output<typeof SavedSearchId>;

/** What is asked: everything that says which records are found, and in which order. */
export const SavedQuestion = z.strictObject({
  query: z.string().trim().max(10_000),
  kinds: z.array(RecordKind).max(20).default([]),
  where: z.array(FacetFilter).max(24).default([]),
  order: SearchOrder.default('relevance'),
});
export type SavedQuestion = z.output<typeof SavedQuestion>;

export const SavedSearch = z.object({
  id: SavedSearchId,
  name: z.string(),
  question: SavedQuestion,
  /** Its answers up to then were seen. */
  seenAt: Instant,
  /** How many answers were added or changed since, at most 1,000. */
  fresh: z.number().int(),
});
export type SavedSearch = z.output<typeof SavedSearch>;

const Name = z.string().trim().min(1).max(100);

export const savedSearches = {
  /** All of them by name, at most 100, each with what is new. */
  'savedSearches.list': query(Nothing, z.object({ items: z.array(SavedSearch) })),
  /** Keeps a question under a name; its answers of now count as seen. Fails: `saved-searches-full`. */
  'savedSearches.save': command(
    z.object({ name: Name, question: SavedQuestion }),
    z.object({ id: SavedSearchId }),
  ),
  /** Fails: `saved-search-not-found`. */
  'savedSearches.rename': command(z.object({ id: SavedSearchId, name: Name }), Nothing),
  /** Its answers of now count as seen. Fails: `saved-search-not-found`. */
  'savedSearches.see': command(z.object({ id: SavedSearchId }), Nothing),
  /** Fails: `saved-search-not-found`. */
  'savedSearches.remove': command(z.object({ id: SavedSearchId }), Nothing),
};
