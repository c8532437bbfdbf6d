import type { RecordStatus } from '../../../shared/contract/record-status.ts';
import type { MarkFilter, MarkList, RecordKind } from '../../../shared/contract/records.ts';
import type { Language } from '../../../shared/contract/window.ts';
import { wordsOf } from '../../../shared/i18n/index.ts';
import { codeName } from '../../../shared/templates/code-lists/index.ts';

export function hasFilter(where: readonly MarkFilter[], list: MarkList, code: string): boolean {
  return where.some((filter) => filter.list === list && filter.codes.includes(code));
}

/** The filters with a code put in or taken out; a list without codes is no filter. */
export function withFilter(
  where: readonly MarkFilter[],
  list: MarkList,
  code: string,
  isOn: boolean,
): MarkFilter[] {
  const others = where.filter((filter) => filter.list !== list);
  const before = where.find((filter) => filter.list === list)?.codes ?? [];
  const kept = before.filter((other) => other !== code);
  const codes = isOn ? [...kept, code] : kept;
  return codes.length === 0 ? others : [...others, { list, codes }];
}

/** A tag is its own name. */
export function markName(list: MarkList, code: string, language: Language): string {
  const words = wordsOf(language);
  if (list === 'tag') return code;
  if (list === 'unread' || list === 'waiting') return words.listNames[list];
  if (list === 'comments') return words.listing.withOpenComments;
  if (list === 'kind') return words.kinds[code as RecordKind];
  if (list === 'status') return words.statuses[code as RecordStatus];
  // Which call that is says the place one comes from.
  if (list === 'call') return words.listNames.call;
  return codeName(list, code, language);
}
