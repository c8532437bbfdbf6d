import { fieldsOf, type Template } from './template.ts';

/** 征集: a call for cases and other records: on which themes (its keywords), of which kinds, until which day, and how they are chosen. */
export const call: Template = {
  isReadOnly: false,
  isGuidance: true,
  hasKeywords: true,
  hasCaseNumbers: false,
  sections: [
    { id: 'purpose', heading: '征集目的', synonyms: ['征集背景', '目的', '背景'] },
    { id: 'scope', heading: '征集范围', synonyms: ['征集主题', '征集内容', '选题范围', '范围'] },
    { id: 'requirements', heading: '材料要求', synonyms: ['报送要求', '有关要求', '要求'] },
    { id: 'contacts', heading: '联系方式', synonyms: ['联系人', '联系人及联系方式'] },
  ],
  fields: fieldsOf([
    'due*',
    'wanted*',
    'functions',
    'charges',
    'rightTypes',
    'standing',
    'marking*',
  ]),
};
