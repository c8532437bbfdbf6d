import type { DocumentStatus } from './document-status.ts';
import { countCharacters } from '../../shared/document/tree.ts';
import { templates } from '../../shared/templates/index.ts';

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

/** How much of what the template knows has something in it; keywords and case numbers count as parts. A hint, no more. */
export function completenessOf(status: DocumentStatus): { done: number; total: number } {
  const template = templates[status.record.kind];
  const known = new Set(template.sections.map(({ id }) => id));
  const sections = partsOf(status).filter(({ id }) => known.has(id));
  const checks = [
    ...sections.map(({ characters }) => characters > 0),
    ...(template.hasKeywords ? [status.keywords.length > 0] : []),
    ...(template.hasCaseNumbers ? [status.caseNumbers.length > 0] : []),
  ];
  return { done: checks.filter(Boolean).length, total: checks.length };
}
