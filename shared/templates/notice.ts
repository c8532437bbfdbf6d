import { fieldsOf, type Template } from './template.ts';

/**
 * 通知: notices and management guidelines from above. No official form of them is public, so there is one section for the text, one for
 * what has to be done, and one for whom to ask.
 */
export const notice: Template = {
  isReadOnly: false,
  isGuidance: true,
  hasKeywords: true,
  hasCaseNumbers: false,
  sections: [
    { id: 'content', heading: '通知事项', synonyms: ['通知内容', '总则', '正文', '有关事项'] },
    { id: 'requirements', heading: '工作要求', synonyms: ['有关要求', '具体要求', '要求'] },
    { id: 'contacts', heading: '联系方式', synonyms: ['联系人', '联系人及联系方式'] },
  ],
  fields: fieldsOf(['functions', 'rightTypes', 'region', 'standing', 'marking*']),
};
