import type { Template } from './template.ts';

/** 调研: 摘要/关键词 → 问题 → 原因/实证 → 争议观点 → 对策建议 → 参考文献. */
export const researchNote: Template = {
  isReadOnly: false,
  hasKeywords: true,
  hasCaseNumbers: false,
  sections: [
    { id: 'abstract', heading: '摘要', synonyms: ['内容摘要', '内容提要'] },
    {
      id: 'problem',
      heading: '问题',
      synonyms: ['问题的提出', '存在问题', '存在的问题', '主要问题'],
    },
    { id: 'causes', heading: '原因与实证', synonyms: ['原因', '原因分析', '实证分析', '实证考察'] },
    { id: 'views', heading: '争议观点', synonyms: ['观点争议', '分歧意见', '争议问题'] },
    { id: 'proposals', heading: '对策建议', synonyms: ['对策', '建议', '完善建议', '意见建议'] },
    { id: 'references', heading: '参考文献', synonyms: ['主要参考文献'] },
  ],
};
