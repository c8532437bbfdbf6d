import type { Template } from './template.ts';
import { facts, gist, performance, provisions } from './typical-case.ts';

/** 指导性案例, SPP rules of 2019, art. 3. */
export const guidingCaseNomination: Template = {
  isReadOnly: false,
  hasKeywords: true,
  hasCaseNumbers: true,
  sections: [
    gist,
    facts,
    performance,
    { id: 'significance', heading: '指导意义', synonyms: ['典型意义'] },
    provisions,
  ],
};
