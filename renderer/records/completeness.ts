import type { DocumentStatus } from './document-status.ts';
import type { Words } from '../../shared/i18n/index.ts';
import { countCharacters } from '../../shared/document/tree.ts';
import { templates } from '../../shared/templates/index.ts';
import { hasField, type FieldId } from '../../shared/templates/record-fields.ts';

export type Part = { id: string; name: string; characters: number };

/** The sections of a document with their lengths: the template's first, in its order, then what else is there. */
export function partsOf(status: DocumentStatus): Part[] {
  const { document } = status;
  return document.sections
    .filter((section) => section.heading !== '')
    .map((section) => ({
      id: section.id,
      name: section.heading,
      characters: countCharacters({ version: document.version, sections: [section] }),
    }));
}

/** Something a finished record has. `section` or `field` says where it is filled in. */
export type Check = { name: string; isDone: boolean; section?: string; field?: FieldId };

/** What a finished record of the kind has: its sections, keywords, case numbers and the few needed fields. A hint, no more. */
export function checksOf(status: DocumentStatus, words: Words): Check[] {
  const template = templates[status.record.kind];
  const known = new Set(template.sections.map(({ id }) => id));
  const { records, fieldNames } = words;
  return [
    ...partsOf(status)
      .filter(({ id }) => known.has(id))
      .map(({ id, name, characters }) => ({ name, isDone: characters > 0, section: id })),
    ...(template.hasKeywords
      ? [{ name: records.keywords, isDone: status.keywords.length > 0 }]
      : []),
    ...(template.hasCaseNumbers
      ? [{ name: records.caseNumbers, isDone: status.caseNumbers.length > 0 }]
      : []),
    ...template.fields
      .filter(({ isNeeded }) => isNeeded)
      .map(({ id }) => ({ name: fieldNames[id], isDone: hasField(status.fields, id), field: id })),
  ];
}
