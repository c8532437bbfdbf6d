import type { Template } from './template.ts';

/** 经验做法: no official form exists; the parts seen in real ones. */
export const goodPractice: Template = {
  isReadOnly: false,
  hasKeywords: true,
  hasCaseNumbers: false,
  sections: [
    { id: 'background', heading: '背景', synonyms: ['工作背景', '背景情况', '起因'] },
    { id: 'measures', heading: '主要做法', synonyms: ['做法', '工作机制', '具体做法', '经验做法'] },
    { id: 'results', heading: '工作成效', synonyms: ['成效', '取得成效', '主要成效'] },
    { id: 'conditions', heading: '可复制条件', synonyms: ['推广条件', '经验启示', '启示'] },
  ],
};
