import type { FacetFilter, FacetList } from '../../shared/contract/search.ts';
import type { RecordStatus } from '../../shared/contract/record-status.ts';
import type { Library, RecordKind } from '../../shared/contract/records.ts';
import type { Language } from '../../shared/contract/window.ts';
import type { Words } from '../../shared/i18n/index.ts';
import { codeName } from '../../shared/templates/code-lists/index.ts';

type Where = readonly FacetFilter[];

export function hasCode(where: Where, list: FacetList, code: string): boolean {
  return where.some((one) => one.list === list && one.codes.includes(code));
}

/** The filters with a code put in or taken out. What is wanted and what is excluded of a list are two filters. */
export function withCode(
  where: Where,
  list: FacetList,
  code: string,
  state: 'in' | 'excluded' | 'out',
): FacetFilter[] {
  const without = where.flatMap((one) => {
    const codes = one.list === list ? one.codes.filter((other) => other !== code) : one.codes;
    return codes.length === 0 ? [] : [{ ...one, codes }];
  });
  if (state === 'out') return without;
  const isExcluded = state === 'excluded';
  const same = without.find((one) => one.list === list && one.isExcluded === isExcluded);
  if (same === undefined) return [...without, { list, codes: [code], isExcluded }];
  return without.map((one) => (one === same ? { ...one, codes: [...one.codes, code] } : one));
}

/** What a value of a facet is called. */
export function facetValueName(
  list: FacetList,
  code: string,
  words: Words,
  language: Language,
): string {
  switch (list) {
    case 'kind':
      return words.kinds[code as RecordKind];
    case 'status':
      return words.statuses[code as RecordStatus];
    case 'article': {
      const [law = '', number = ''] = code.split('·');
      const [article = '', sub = ''] = number.split('之');
      return words.search.article(law, article, sub);
    }
    case 'library':
      return words.search.libraries[code as Library];
    case 'source':
      return (words.search.sources as Record<string, string>)[code] ?? code;
    case 'procuratorate':
    case 'year':
    case 'tag':
      return code;
    case 'charge':
    case 'right-type':
    case 'function':
    case 'stage':
    case 'outcome':
    case 'region':
      return codeName(list, code, language);
  }
}
