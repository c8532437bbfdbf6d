import type { Words } from '../../shared/i18n/index.ts';
import type { Language } from '../../shared/contract/window.ts';
import { codeName, type CodeListId } from '../../shared/templates/code-lists/index.ts';
import type { FieldId, RecordFields } from '../../shared/templates/record-fields.ts';

const lists: Partial<Record<FieldId, CodeListId>> = {
  functions: 'function',
  charges: 'charge',
  rightTypes: 'right-type',
  stages: 'stage',
  outcomes: 'outcome',
  region: 'region',
  marking: 'marking',
};

/** What is in a field, for reading; empty if nothing is. */
export function fieldText(
  fields: RecordFields,
  id: FieldId,
  { language, words }: { language: Language; words: Words },
): string {
  switch (id) {
    case 'amounts':
      return fields.amounts
        .map(({ kind, fen }) => {
          const yuan = new Intl.NumberFormat(language).format(fen / 100);
          return `${codeName('amount-kind', kind, language)} ${yuan} ${words.fields.yuan}`;
        })
        .join(' · ');
    case 'dates':
      return fields.dates
        .map(({ kind, on }) => `${codeName('date-kind', kind, language)} ${on}`)
        .join(' · ');
    case 'wanted':
      return (fields.wanted ?? []).map((kind) => words.kinds[kind]).join(' · ');
    case 'standing':
      return fields.standing === undefined ? '' : words.guidance.standings[fields.standing];
    default: {
      const value = fields[id];
      const list = lists[id];
      const all =
        value === null || value === undefined ? [] : typeof value === 'string' ? [value] : value;
      return all
        .map((code) => (list === undefined ? code : codeName(list, code, language)))
        .filter((text) => text !== '')
        .join(' · ');
    }
  }
}
