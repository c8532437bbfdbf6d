import type { RecordSummary } from '../../../shared/contract/records.ts';
import type { ColumnId, Language } from '../../../shared/contract/window.ts';
import { formatCount, formatDate } from '../../../shared/i18n/format.ts';
import { wordsOf } from '../../../shared/i18n/index.ts';
import { codeName, type CodeListId } from '../../../shared/templates/code-lists/index.ts';

/** What stands in a column of the table, in words. */
export function cellText(record: RecordSummary, column: ColumnId, language: Language): string {
  const { kinds, statuses } = wordsOf(language);
  const names = (list: CodeListId, codes: readonly string[]) =>
    codes.map((code) => codeName(list, code, language)).join(language === 'en' ? ', ' : '、');
  switch (column) {
    case 'title':
      return record.title;
    case 'kind':
      return kinds[record.kind];
    case 'status':
      return record.status === null ? '' : statuses[record.status];
    case 'charge':
      return names('charge', record.charges);
    case 'function':
      return names('function', record.functions);
    case 'right-type':
      return names('right-type', record.rightTypes);
    case 'region':
      return record.region === null ? '' : codeName('region', record.region, language);
    case 'case-number':
      return record.caseNumbers.join('、');
    case 'changed':
      return formatDate(record.changedAt);
    case 'created':
      return formatDate(record.createdAt);
    case 'characters':
      return formatCount(record.characters, language);
    case 'completeness':
      return record.completeness === null ? '' : `${String(record.completeness)} %`;
    case 'tag':
      return record.tags.join('、');
  }
}

/** Figures stand under one another from the right. */
export const isFigure = (column: ColumnId) => column === 'characters' || column === 'completeness';
