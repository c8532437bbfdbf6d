import type { RecordKind } from '../contract/records.ts';
import { hasText, type DocumentTree } from '../document/tree.ts';
import { templates } from './index.ts';
import { hasField, type RecordFields } from './record-fields.ts';

export type Completable = {
  keywords: readonly string[];
  caseNumbers: readonly string[];
  document: DocumentTree;
  fields: RecordFields;
};

/**
 * How much of what a finished record of the kind has is there, in whole per cent: its sections, keywords, case numbers and
 * the few needed fields, each counted alike. A section that was taken out is not asked for. Null for kinds that are read-only.
 */
export function completenessOf(kind: RecordKind, record: Completable): number | null {
  const template = templates[kind];
  if (template.isReadOnly) return null;
  const { document, fields, keywords, caseNumbers } = record;
  const known = new Set(template.sections.map(({ id }) => id));
  const sections = document.sections.filter(({ id, heading }) => heading !== '' && known.has(id));
  const checks = [
    ...sections.map((section) => hasText(section)),
    ...(template.hasKeywords ? [keywords.length > 0] : []),
    ...(template.hasCaseNumbers ? [caseNumbers.length > 0] : []),
    ...template.fields.filter(({ isNeeded }) => isNeeded).map(({ id }) => hasField(fields, id)),
  ];
  const done = checks.filter(Boolean).length;
  return checks.length === 0 ? 100 : Math.round((100 * done) / checks.length);
}
