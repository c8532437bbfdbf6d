import type * as source from '../zh-CN/kinds.ts';

export const kinds: typeof source.kinds = {
  'typical-case': 'Typical case',
  'guiding-case-nomination': 'Guiding-case nomination',
  'good-practice': 'Good practice',
  'research-note': 'Research note',
  'work-report': 'Work report',
  'information-brief': 'Information brief',
  'precedent-search-report': 'Precedent search report',
  notice: 'Notice',
  call: 'Call',
  precedent: 'Precedent',
};

export const kindPurposes: typeof source.kindPurposes = {
  'typical-case': 'One case: the facts, the handling, why it matters',
  'guiding-case-nomination': 'A case to be recommended upward as a guiding case',
  'good-practice': 'A way of working, and its results, for others to borrow',
  'research-note': 'A prominent issue: evidence and proposals',
  'work-report': 'A period’s cases, measures and problems',
  'information-brief': 'One page: something others should know early',
  'precedent-search-report':
    'The searches for similar cases that guiding case 191 asks for, judged one by one',
  notice: 'A notice or management guideline for contact points',
  call: 'Asks contact points for cases and records on a theme, by a day',
  precedent: 'An imported published case, for reading only',
};

export const workspaceKinds: typeof source.workspaceKinds = {
  'contact-point': 'Contact point',
  province: 'Provincial office',
  desk: 'Desk',
};
