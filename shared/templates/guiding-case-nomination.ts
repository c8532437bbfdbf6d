import { fieldsOf, type Template } from './template.ts';
import { facts, gist, performance, provisions, significance } from './typical-case.ts';

/** 指导性案例, SPP rules of 2019, art. 3. */
export const guidingCaseNomination: Template = {
  isReadOnly: false,
  hasKeywords: true,
  hasCaseNumbers: true,
  sections: [
    gist,
    facts,
    performance,
    {
      id: significance.id,
      heading: '指导意义',
      synonyms: [
        significance.heading,
        ...significance.synonyms.filter((name) => name !== '指导意义'),
      ],
    },
    provisions,
  ],
  fields: fieldsOf([
    'functions*',
    'charges',
    'rightTypes*',
    'stages',
    'outcomes',
    'amounts',
    'dates',
    'region',
    'handlingProcuratorate*',
    'prosecutor*',
    'author*',
    'marking*',
    'call',
  ]),
};
