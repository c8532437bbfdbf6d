import type { Words } from '../words.ts';

export const similar: Words['similar'] = {
  withOthers: 'Also received records and guidance',
  title: 'Similar cases',
  looking: 'Comparing',
  none: 'Nothing in the library is plainly similar',
  noneText: 'Fill in charges and right types, or write more of the facts, and compare again.',
  again: 'Compare again',
  passage: 'Compare a passage…',
  passageTitle: 'Find cases similar to a passage',
  passageBox: 'The passage',
  passageHint: 'Paste some facts of a case. It is compared, and not kept.',
  passageCut: (most) => `Too long: only the first ${most} characters are compared.`,
  find: 'Compare',
  beside: (title) => `Read beside: ${title}`,
  besideHint: 'Read beside this one',
  charges: (names) => `Same charge: ${names}`,
  rightTypes: (names) => `Same right: ${names}`,
  articles: (names) => `Both cite ${names}`,
  terms: (words) => `Words in both: ${words}`,
  comma: ', ',
  reasons: '; ',
};
