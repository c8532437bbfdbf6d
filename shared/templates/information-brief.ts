import type { Template } from './template.ts';

/** 信息简报: one page; what happened here that others should know early. 事件 → 特点 → 建议. */
export const informationBrief: Template = {
  isReadOnly: false,
  hasKeywords: true,
  hasCaseNumbers: false,
  sections: [
    { id: 'event', heading: '事件', synonyms: ['基本情况', '事件经过'] },
    { id: 'features', heading: '特点', synonyms: ['主要特点', '值得关注的问题'] },
    { id: 'suggestions', heading: '建议', synonyms: ['对策建议', '工作建议'] },
  ],
};
