import type { FacetFilter } from '../../shared/contract/search.ts';
import type { Words } from '../../shared/i18n/index.ts';
import { fold } from '../../shared/text/fold.ts';
import { fieldNames } from '../../shared/text/query/field-names.ts';
import { printText } from '../../shared/text/query/print-query.ts';
import { facetValueName } from '../search/facet-filters.ts';

/** A query and the filters beside it as one query: a report keeps what was asked in words. `words`: the Chinese ones. */
export function filtersToQuery(query: string, where: readonly FacetFilter[], words: Words): string {
  const parts = where.map(({ list, codes, isExcluded }) => {
    const choices = codes.map((code) => {
      const name = facetValueName(list, code, words, 'zh-CN');
      return `${fieldNames[list].chinese[0]}:${printText(fold(name))}`;
    });
    const one = choices.length > 1 ? `(${choices.join(' OR ')})` : (choices[0] ?? '');
    return isExcluded ? `-${one}` : one;
  });
  const typed = query.trim();
  // OR binds less than what is put beside it.
  const whole = parts.length > 0 && typed !== '' ? `(${typed})` : typed;
  return [whole, ...parts].filter((part) => part !== '').join(' ');
}
