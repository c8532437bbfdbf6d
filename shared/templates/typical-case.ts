import type { Template, TemplateSection } from './template.ts';

export const gist: TemplateSection = {
  id: 'gist',
  heading: '要旨',
  synonyms: ['裁判要旨', '案例要旨'],
};
export const facts: TemplateSection = {
  id: 'facts',
  heading: '基本案情',
  synonyms: ['案情', '案件基本情况', '案情简介', '简要案情'],
};
export const performance: TemplateSection = {
  id: 'performance',
  heading: '检察机关履职过程',
  synonyms: [
    '检察机关履职情况',
    '检察履职情况',
    '检察履职过程',
    '诉讼过程',
    '检察机关监督情况',
    '指控与证明犯罪',
    '检察听证过程',
    '调查核实和督促履职',
  ],
};
export const significance: TemplateSection = {
  id: 'significance',
  heading: '典型意义',
  synonyms: ['指导意义', '案例意义', '警示意义'],
};
export const provisions: TemplateSection = {
  id: 'provisions',
  heading: '相关规定',
  synonyms: ['相关法律规定', '相关立法', '相关法条'],
};
export const outcome: TemplateSection = {
  id: 'outcome',
  heading: '案件结果',
  synonyms: ['处理结果', '裁判结果'],
};

/** 典型案例: 标题 · 关键词 · (要旨) · 基本案情 · 检察机关履职过程 · 典型意义 · 相关规定. */
export const typicalCase: Template = {
  isReadOnly: false,
  hasKeywords: true,
  hasCaseNumbers: true,
  sections: [gist, facts, performance, significance, provisions],
};
