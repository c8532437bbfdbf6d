import type { SimilarRecord } from '../../shared/contract/similar.ts';
import type { Language } from '../../shared/contract/window.ts';
import type { Words } from '../../shared/i18n/index.ts';
import { facetValueName } from '../search/facet-filters.ts';

/** Why a record is similar, in words, what weighs most first. */
export function reasonsOf(
  { charges, articles, rightTypes, terms }: SimilarRecord['reasons'],
  words: Words,
  language: Language,
): string[] {
  const { similar } = words;
  const named = (list: 'charge' | 'article' | 'right-type', codes: readonly string[]) =>
    codes.map((code) => facetValueName(list, code, words, language)).join(similar.comma);
  return [
    charges.length > 0 ? similar.charges(named('charge', charges)) : '',
    articles.length > 0 ? similar.articles(named('article', articles)) : '',
    rightTypes.length > 0 ? similar.rightTypes(named('right-type', rightTypes)) : '',
    // The words stand in Chinese texts, in whatever language one reads about them.
    terms.length > 0 ? similar.terms(terms.join('、')) : '',
  ].filter((reason) => reason !== '');
}
