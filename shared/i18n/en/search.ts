import type { search as source } from '../zh-CN/search.ts';

export const search: typeof source = {
  box: 'Search',
  placeholder: 'Search records and precedents',
  shortcut: 'Ctrl F',
  clear: 'Clear the search',
  results: 'Search results',
  scope: 'Where to search',
  scopes: { all: 'All', own: 'My records', precedent: 'Precedents' },
  total: (count) => `${count} found`,
  atLeast: (count) => `${count}+ found`,
  order:
    'First records with the words in title, keywords or case numbers; then those with them in the text, latest change first.',
  inTitle: 'In title, keywords, case numbers',
  inText: 'In the text',
  sources: { written: 'Written here', imported: 'Imported', sample: 'Sample' },
  places: { title: 'Title', keywords: 'Keywords', 'case-numbers': 'Case number' },
  body: 'Text',
  viaIdentifier: 'Same number, written differently',
  viaIdentifierWhy:
    'The case number, article or right number in the text is written differently but means the same.',
  viaPinyin: 'By the sound of the title',
  viaPinyinWhy: 'What was typed is pinyin of the title, or its initials.',
  none: (query) => `Nothing found for “${query}”`,
  noneText: 'Words set apart by spaces must all occur. Try fewer words, or others.',
  searching: 'Searching',
  keys: '↑↓ choose · Enter opens · Esc leaves',
};
