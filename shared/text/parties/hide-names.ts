import { identifierForm } from '../identifiers.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { Query } from '../query/query.ts';
import { findNames } from './find-names.ts';
import { endsThere } from './short-forms.ts';
import { basePseudonym, isOrganisation, isPseudonym } from './pseudonym.ts';
import { doubleSurnames, surnames } from './surnames.ts';

/** A party's name and what stands for it. `isShort`: a short form of a company's, which something else may begin with. */
export type HiddenName = { name: string; pseudonym: string; isShort?: true };

/** A text with a pseudonym in place of each name, however it is written. */
export function hideNames(text: string, names: readonly HiddenName[]): string {
  const hits = findNames(
    text,
    names.map(({ name }) => name),
  );
  let hidden = '';
  let at = 0;
  for (const { start, end, name } of hits.toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue;
    const isOther = names[name]?.isShort === true && !endsThere(text.slice(end, end + 4));
    if (isOther) continue;
    hidden += text.slice(at, start) + (names[name]?.pseudonym ?? '');
    at = end;
  }
  return hidden + text.slice(at);
}

/** What a search for parties looks for, folded: its words, whatever operators stand between them, in the order typed. */
export function wordsOfQuery(typed: string): string[] {
  const words = new Set<string>();
  const collect = (query: Query): void => {
    if (query.type === 'and' || query.type === 'or') query.parts.forEach(collect);
    else if (query.type === 'not') collect(query.part);
    else if (query.type === 'near') query.words.forEach((word) => words.add(word));
    else if (query.type === 'text') words.add(query.text);
    else if (query.type === 'field' && (query.field === 'title' || query.field === 'keyword'))
      words.add(query.text);
  };
  const { query } = parseQuery(typed);
  if (query !== null) collect(query);
  return [...words];
}

/** Names that are looked for but are in no table: an organisation's, or a person's by its surname and length. */
export function namesAmong(words: readonly string[]): HiddenName[] {
  return words
    .filter((word) => !isPseudonym(word) && (isOrganisation(word) || isPersonal(word)))
    .map((name) => ({ name, pseudonym: basePseudonym(name) }));
}

function isPersonal(word: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(word)) return false;
  if (doubleSurnames.has(word.slice(0, 2))) return word.length > 2;
  return word.length <= 3 && surnames.has(word.charAt(0));
}

/**
 * What a search for parties looked for, as it may be read outside: every word of it by its pseudonym, also one that no table
 * knows. Numbers stay.
 */
export function hiddenWords(words: readonly string[], names: readonly HiddenName[]): string[] {
  const shown = words.map((word) => {
    const hidden = hideNames(word, names);
    if (hidden !== word || isPseudonym(word) || identifierForm(word) !== null) return hidden;
    return basePseudonym(word);
  });
  return [...new Set(shown)];
}
