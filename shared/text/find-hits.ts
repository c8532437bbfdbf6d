import { fold } from './fold.ts';
import { findIdentifiers, identifierForm } from './identifiers.ts';

/** A stretch of a text, in UTF-16 units of the text as it was given; `end` is exclusive. */
export type Range = { start: number; end: number };
/** What was found: `term` is the place of the term in the list. */
export type Hit = Range & { term: number; via: 'text' | 'identifier' };

type Prepared = { folded: string; form: string | null };
const prepared = new WeakMap<readonly string[], readonly Prepared[]>();

function prepare(terms: readonly string[]): readonly Prepared[] {
  const known = prepared.get(terms);
  if (known !== undefined) return known;
  const made = terms.map((term) => {
    const folded = fold(term);
    return { folded, form: identifierForm(folded) };
  });
  prepared.set(terms, made);
  return made;
}

/**
 * Where the terms (of `search.find`, or any words) stand in a text: sorted, without overlaps, to be marked. A term that
 * is an identifier is also found in its other written forms. Give the same array of terms for many texts: what is
 * worked out about them is kept with the array. A few microseconds for a thousand characters.
 */
export function findHits(text: string, terms: readonly string[]): Range[] {
  return joinRanges(findTermHits(fold(text), terms));
}

/** Every place of every term in a folded text, overlaps included, at most `limit` for each term, sorted by start. */
export function findTermHits(
  folded: string,
  terms: readonly string[],
  limit = Number.POSITIVE_INFINITY,
): Hit[] {
  const hits: Hit[] = [];
  const list = prepare(terms);
  list.forEach((one, term) => pushText(hits, folded, one.folded, term, limit));
  if (list.some(({ form }) => form !== null)) pushIdentifiers(hits, folded, list);
  return hits.sort((one, other) => one.start - other.start || other.end - one.end);
}

function pushText(hits: Hit[], folded: string, wanted: string, term: number, limit: number): void {
  if (wanted === '') return;
  if (wanted.includes(' ')) return pushPhrase(hits, folded, wanted, term, limit);
  let start = folded.indexOf(wanted);
  for (let count = 0; start !== -1 && count < limit; count += 1) {
    hits.push({ start, end: start + wanted.length, term, via: 'text' });
    start = folded.indexOf(wanted, start + 1);
  }
}

/** White space in a phrase stands for white space of any length. */
function pushPhrase(
  hits: Hit[],
  folded: string,
  wanted: string,
  term: number,
  limit: number,
): void {
  const [first = '', ...words] = wanted.split(' ');
  let start = folded.indexOf(first);
  for (let count = 0; start !== -1 && count < limit; start = folded.indexOf(first, start + 1)) {
    let end = start + first.length;
    const isWhole = words.every((word) => {
      const next = afterBlank(folded, end);
      if (next === end || !folded.startsWith(word, next)) return false;
      end = next + word.length;
      return true;
    });
    if (!isWhole) continue;
    hits.push({ start, end, term, via: 'text' });
    count += 1;
  }
}

function afterBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text.charAt(at))) at += 1;
  return at;
}

function pushIdentifiers(hits: Hit[], folded: string, list: readonly Prepared[]): void {
  for (const { start, end, form } of findIdentifiers(folded)) {
    list.forEach((one, term) => {
      if (one.form === form) hits.push({ start, end, term, via: 'identifier' });
    });
  }
}

/** Overlapping and touching ranges made one; they come sorted by start. */
export function joinRanges(sorted: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const { start, end } of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
