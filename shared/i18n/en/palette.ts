import type { Words } from '../words.ts';

export const palette: Words['palette'] = {
  title: 'Palette',
  box: 'Commands, records, tags, saved searches',
  placeholder: 'A title, case number, pseudonym, tag, pinyin or command',
  results: 'What can be opened',
  newOf: (kind) => `New ${kind.toLowerCase()}`,
  goTo: (place) => `Go to ${place.toLowerCase()}`,
  command: 'Command',
  tag: 'Tag',
  saved: 'Saved search',
  recent: 'Used lately',
  search: (text) => `Search the library for “${text}”`,
  more: (count) => `${count} more; they appear as you type on`,
  bounded: (count) => `The ${count} records changed last are found by name; search finds the rest.`,
  loading: 'Reading titles',
  keys: '↑ ↓ choose · Enter open · Esc close',
  found: (count) => `${count} found`,
};
