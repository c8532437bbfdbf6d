import type { Words } from '../words.ts';

export const besides: Words['besides'] = {
  title: 'Read beside',
  find: 'Find at the right',
  none: 'Not found',
  copy: 'Copy with source',
  copyHint: 'Copies what is selected and says where it is from (Ctrl+Shift+C)',
  chooseFirst: 'Select what to quote at the right first.',
  copied: 'Copied, with its source.',
  // It goes into a Chinese text.
  cited: (passage, source) => `“${passage}”（${source}）`,
  openIt: 'Open',
  close: 'Stop reading beside',
  picture: '(picture)',
  compare: 'Side by side',
  compile: 'Compile',
  compiledTitle: (first: string, count: string) => `${first} and others: ${count} records compiled`,
  compiled:
    'Compiled into a new research note; each part begins with a link to where it comes from.',
};
