import type { RecordKind } from '../../contract/records.ts';
import { sliceInlines, splitAtBreaks, trimInlines } from '../../document/inlines.ts';
import { DOCUMENT_VERSION, inlineText } from '../../document/tree.ts';
import type { DocumentTree, Section } from '../../document/tree.ts';
import { templates } from '../index.ts';
import { arrangeSections } from './arrange-sections.ts';
import { findCaseNumbers } from './case-numbers.ts';
import { explodeForms } from './explode-form.ts';
import { keepNotes } from './keep-notes.ts';
import { isBlank, roughLines, type RoughBlock, type RoughLine } from './rough-block.ts';
import { namesOf } from './section-names.ts';
import { takeTitle } from './take-title.ts';

/** `title` is null if the text has none. `decoration`: labels, numbers, brackets that stand for structure and were left out. */
export type Recognised = {
  title: string | null;
  keywords: string[];
  caseNumbers: string[];
  document: DocumentTree;
  decoration: string[];
};

const MAX_CASE_NUMBERS = 50;
const MAX_TEXT = 1_000_000;

/**
 * Finds title, keywords, case numbers and parts in what somebody wrote. The words for the parts are those of the
 * kind's template; headings it does not know become `other-1`, `other-2` …, text before the first heading `body`.
 * Nothing that was written is lost: every character is in the title, a keyword, a case number, a heading, a text or,
 * if it only decorates these, in `decoration`. Kinds that are edited get the template's missing parts, empty.
 */
export function recogniseRecord(blocks: readonly RoughBlock[], kind: RecordKind): Recognised {
  const template = templates[kind];
  const names = namesOf(template);
  const lines = explodeForms(blocks, names)
    .flatMap(linesOf)
    .filter((block) => !isBlank(block));
  // A picture above the title, such as an emblem, comes after it.
  const above = lines.findIndex(({ type }) => type !== 'image');
  const taken = takeTitle(lines.slice(Math.max(above, 0)), names);
  // A letterhead in the style of a heading opens no part.
  const lead = taken.lead.map((line) => ({ ...line, rank: null }));
  const pictures = lines.slice(0, Math.max(above, 0));
  const arranged = arrangeSections([...pictures, ...lead, ...taken.rest], template);
  keepNotes(arranged, lines);
  const sections: Section[] = arranged.sections.map(({ id, heading, blocks: children }) => ({
    id,
    heading,
    blocks: children.length > 0 ? children : [{ type: 'paragraph', children: [] }],
  }));
  if (!template.isReadOnly) {
    for (const { id, heading } of template.sections) {
      if (sections.some((section) => section.id === id)) continue;
      sections.push({ id, heading, blocks: [{ type: 'paragraph', children: [] }] });
    }
  }
  const found = lines.flatMap((block) => findCaseNumbers(roughLines(block).join('\n')));
  return {
    title: taken.title,
    keywords: arranged.keywords,
    caseNumbers: [...new Set([...arranged.caseNumbers, ...found])].slice(0, MAX_CASE_NUMBERS),
    document: { version: DOCUMENT_VERSION, sections },
    decoration: [...taken.decoration, ...arranged.decoration].filter((text) => text.trim() !== ''),
  };
}

/** Trimmed lines; a line broken by hand is two, except within a list item. Overlong lines are cut, not dropped. */
function linesOf(block: RoughBlock): RoughBlock[] {
  if (block.type !== 'line' || block.item !== null) return [block];
  return splitAtBreaks(block.children).flatMap((run, index): RoughLine[] => {
    const children = trimInlines(run);
    const { length } = inlineText(children);
    const pieces: RoughLine[] = [];
    // A line of nothing but a note is one, too.
    for (let start = 0; start < Math.max(length, 1); start += MAX_TEXT) {
      const piece = sliceInlines(children, start, start + MAX_TEXT);
      pieces.push({
        ...block,
        children: piece,
        isAfterBlank: index === 0 && start === 0 && block.isAfterBlank,
      });
    }
    return pieces;
  });
}
