import { fold } from './fold.ts';

/** Characters of a query that count; the rest is ignored. */
export const MAX_QUERY_LENGTH = 10_000;

/** What a term must have besides: punctuation, ASCII symbols, controls, formats and lone surrogates find nothing alone. */
const worthFinding = /[^\p{P}\p{Z}\p{Cc}\p{Cf}\p{Cs}$+<=>^`|~\s]/u;

/**
 * The terms of a query, folded, each once, in the order they were typed: what stands between white space, punctuation
 * inside a term and at its ends included, since a scan for it would include it too. Terms of nothing but punctuation
 * are dropped. Text is read by code points: half of a surrogate pair is not found in the pair.
 */
export function termsOf(query: string): string[] {
  const terms = fold(query.slice(0, MAX_QUERY_LENGTH)).split(/\s+/u).filter(isWorthFinding);
  return [...new Set(terms)];
}

/** Whether there is anything in a folded term but punctuation, symbols and controls. */
export function isWorthFinding(term: string): boolean {
  return worthFinding.test(term);
}
