import type { Language } from '../../shared/contract/window.ts';
import { wordsOf } from '../../shared/i18n/index.ts';
import { codeLists, type CodeListId } from '../../shared/templates/code-lists/index.ts';
import type { CodeEntry } from '../../shared/templates/code-lists/code-entry.ts';
import { templates } from '../../shared/templates/index.ts';
import { fold } from '../../shared/text/fold.ts';
import { fieldAt, fieldNames } from '../../shared/text/query/field-names.ts';
import { printText } from '../../shared/text/query/print-query.ts';
import { queryFields, type QueryField } from '../../shared/text/query/query.ts';

/** `text` is the whole box with the suggestion taken; `isValue`: what a field can hold rather than a field. */
export type Suggestion = { label: string; text: string; isValue: boolean };
/** What only the workspace knows. */
export type Known = { tags: readonly string[]; thisYear: number };

const MOST = 8;
/** A single Latin letter begins too many names. */
const SHORTEST_LATIN = 2;

/** How a field is called in the language of the window. */
export function fieldName(field: QueryField, language: Language): string {
  return language === 'en' ? fieldNames[field].english[0] : fieldNames[field].chinese[0];
}

/** How the word at the end of the box may go on: fields it may begin, or what its field can hold. */
export function suggest(text: string, language: Language, known: Known): Suggestion[] {
  const start = text.search(/[^\s（(]*$/u);
  const word = text.slice(start).replace(/^[-－]/u, '');
  const before = text.slice(0, text.length - word.length);
  const folded = fold(word);
  const named = fieldAt(folded, 0);
  if (named !== null) {
    const value = folded.slice(named.end);
    return valuesOf(named.field, language, known)
      .filter((one) => fold(one).includes(value) && fold(one) !== value)
      .slice(0, MOST)
      .map((one) => {
        const whole = word.slice(0, named.end) + printText(one);
        return { label: one, text: `${before}${whole} `, isValue: true };
      });
  }
  if (folded === '' || (/^[a-z]+$/.test(folded) && folded.length < SHORTEST_LATIN)) return [];
  return queryFields
    .filter((field) => {
      const { chinese, english } = fieldNames[field];
      return [...chinese, ...english].some((name) => fold(name).startsWith(folded));
    })
    .slice(0, MOST)
    .map((field) => {
      const name = `${fieldName(field, language)}:`;
      return { label: name, text: before + name, isValue: false };
    });
}

function valuesOf(field: QueryField, language: Language, known: Known): string[] {
  const words = wordsOf(language);
  switch (field) {
    case 'charge':
    case 'function':
    case 'right-type':
    case 'stage':
    case 'outcome':
    case 'region':
      return namesOf(field, language);
    case 'kind':
      return Object.values(words.kinds);
    case 'status':
      return Object.values(words.statuses);
    case 'tag':
      return [...known.tags];
    case 'section':
      return [
        ...new Set(
          Object.values(templates).flatMap(({ sections }) =>
            sections.map(({ heading }) => heading),
          ),
        ),
      ];
    case 'library':
      return Object.values(words.search.libraries);
    case 'source':
      return Object.values(words.search.sources);
    case 'year': {
      const { thisYear } = known;
      return [`${thisYear}`, `${thisYear - 1}`, `${thisYear - 4}..${thisYear}`];
    }
    default:
      return [];
  }
}

function namesOf(list: CodeListId, language: Language): string[] {
  const entries: readonly CodeEntry[] = codeLists[list];
  return entries.map(({ name }) => name[language]);
}
