import { fieldsOf, type Template } from '../template.ts';

/**
 * 类案检索报告: what 最高人民法院《关于统一法律适用加强类案检索的指导意见（试行）》 of 2020 asks of one (art. 8: who searched, when,
 * where, how and with what result, the issues of the matter, and what follows), with the three searches of guiding case 191.
 * `searches` and `results` are written from what was searched and judged; the other two by the officer.
 */
export const precedentSearchReport: Template = {
  isReadOnly: false,
  hasKeywords: true,
  hasCaseNumbers: true,
  sections: [
    {
      id: 'matter',
      heading: '待检索案件',
      synonyms: ['案件及争议焦点', '待决案件', '待决案件争议焦点', '案件基本情况及争议焦点'],
    },
    { id: 'searches', heading: '检索情况', synonyms: ['类案检索情况', '检索过程', '检索方法'] },
    { id: 'results', heading: '检索结果', synonyms: ['类案检索结果', '检索结果及甄别'] },
    {
      id: 'use',
      heading: '结果运用',
      synonyms: ['检索结果运用', '类案运用', '参照情况', '分析意见'],
    },
  ],
  fields: fieldsOf([
    'functions',
    'charges',
    'rightTypes',
    'region',
    'handlingProcuratorate*',
    'prosecutor*',
    'author',
    'marking*',
  ]),
};
