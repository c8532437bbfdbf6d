import { fieldsOf, type Template } from './template.ts';
import { facts, gist, outcome, performance, provisions, significance } from './typical-case.ts';

/**
 * 参考案例: imported, its text read-only, its fields ours to fill in; headings as found, these are what an importer
 * recognises.
 */
export const precedent: Template = {
  isReadOnly: true,
  hasKeywords: true,
  hasCaseNumbers: true,
  sections: [gist, facts, performance, outcome, significance, provisions],
  fields: fieldsOf([
    'origin',
    'functions',
    'charges',
    'rightTypes',
    'stages',
    'outcomes',
    'amounts',
    'dates',
    'region',
    'handlingProcuratorate',
    'court',
  ]),
};
