import { sectionText, type DocumentTree } from '../../../shared/document/tree.ts';

const MAX_OPENING_CHARACTERS = 120;

/** The opening words of the first section that has any, on one line, at most 120 code points. */
export function openingOf(document: DocumentTree): string {
  for (const section of document.sections) {
    const text = sectionText(section).replaceAll(/\s+/gu, ' ').trim();
    if (text === '') continue;
    // Cut by code points, so that no character of two code units is left in half.
    return Array.from(text.slice(0, 2 * MAX_OPENING_CHARACTERS))
      .slice(0, MAX_OPENING_CHARACTERS)
      .join('');
  }
  return '';
}
