import type { GroupBy } from '../../../shared/contract/records.ts';
import type { Language } from '../../../shared/contract/window.ts';
import { wordsOf } from '../../../shared/i18n/index.ts';
import { markName } from './filters.ts';

/** What the records of a group have in common, in words; null: nothing. */
export function groupName(by: GroupBy, code: string | null, language: Language): string {
  const { listing } = wordsOf(language);
  if (code === null) return by === 'status' ? listing.noStatus : listing.none;
  return by === 'month' ? code : markName(by, code, language);
}
