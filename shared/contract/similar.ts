import * as z from 'zod';
import { query } from './define.ts';
import { Library, RecordId, RecordKind } from './records.ts';

/** Longer passages are cut off by the window; a whole case is a tenth of it. */
export const LONGEST_PASSAGE = 50_000;

/** A record that has much in common with another, and what. */
export const SimilarRecord = z.object({
  id: RecordId,
  kind: RecordKind,
  title: z.string(),
  library: Library,
  /** The more, the more alike; it says nothing by itself. */
  score: z.number(),
  reasons: z.object({
    /** Codes of the lists of charges and right types. */
    charges: z.array(z.string()),
    rightTypes: z.array(z.string()),
    /** As facets have them: `刑法·213`. */
    articles: z.array(z.string()),
    /** Telling words that stand in both, folded, at most six. */
    terms: z.array(z.string()),
  }),
});
export type SimilarRecord = z.output<typeof SimilarRecord>;

const Asked = {
  limit: z.number().int().min(1).max(50).default(10),
  /** Also among what other offices sent. */
  withOthers: z.boolean().default(false),
  /** A question overtakes the one that the same asker asked before, which then fails with `cancelled`. */
  asker: z.string().min(1).max(50).optional(),
};

export const similar = {
  /**
   * Records that have most in common with this one: the same charges, articles and right types, and words that stand in
   * both and in few others; each weighs by how few records of the library have it. One's own and precedents alike, none
   * from the trash. Done in short steps, so that others are answered in between. Bounded: 24 words are looked up, the
   * newest thousand records of each, and the forty best are compared by their text.
   * Fails: `record-not-found`, `cancelled`.
   */
  'similar.toRecord': query(
    z.object({ id: RecordId, ...Asked }),
    z.object({ items: z.array(SimilarRecord) }),
  ),
  /** The same for a passage that is in no record; it is not kept. Fails: `cancelled`. */
  'similar.toPassage': query(
    z.object({ passage: z.string().max(LONGEST_PASSAGE), ...Asked }),
    z.object({ items: z.array(SimilarRecord) }),
  ),
};
