import type { Template } from './template.ts';

/** 工作情况: 基本情况 → 主要做法 → 典型案件 → 问题 → 下一步. */
export const workReport: Template = {
  isReadOnly: false,
  hasKeywords: false,
  hasCaseNumbers: false,
  sections: [
    { id: 'overview', heading: '基本情况', synonyms: ['总体情况', '工作概况', '办案情况'] },
    { id: 'measures', heading: '主要做法', synonyms: ['主要工作', '工作开展情况'] },
    { id: 'cases', heading: '典型案件', synonyms: ['典型案例', '重点案件'] },
    {
      id: 'problems',
      heading: '存在问题',
      synonyms: ['问题', '问题与困难', '存在的问题', '困难和问题'],
    },
    {
      id: 'next',
      heading: '下一步工作',
      synonyms: ['下一步', '下步工作', '下一步工作打算', '工作计划'],
    },
  ],
};
