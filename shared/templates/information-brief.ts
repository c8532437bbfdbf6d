import { fieldsOf, type Template } from './template.ts';

/** 信息简报: one page; what happened here that others should know early. 事件 → 特点 → 建议. */
export const informationBrief: Template = {
  isReadOnly: false,
  hasKeywords: true,
  hasCaseNumbers: false,
  sections: [
    {
      id: 'event',
      heading: '事件',
      synonyms: [
        '基本情况',
        '主要情况',
        '有关情况',
        '案件情况',
        '事件经过',
        '事件概况',
        '基本案情',
        '情况',
      ],
    },
    {
      id: 'features',
      heading: '特点',
      synonyms: [
        '主要特点',
        '案件特点',
        '主要表现',
        '特点分析',
        '值得关注的问题',
        '值得关注的情况',
        '需要关注的问题',
        '风险点',
      ],
    },
    {
      id: 'suggestions',
      heading: '建议',
      synonyms: [
        '对策建议',
        '工作建议',
        '意见建议',
        '下步建议',
        '下一步建议',
        '对策与建议',
        '建议和对策',
        '应对建议',
        '对策',
      ],
    },
  ],
  fields: fieldsOf([
    'functions',
    'rightTypes',
    'dates',
    'region',
    'handlingProcuratorate*',
    'author',
    'marking*',
    'call',
  ]),
};
