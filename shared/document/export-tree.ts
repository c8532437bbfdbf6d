import type {
  ExportedBlock,
  ExportedInline,
  ExportedParagraph,
  ExportedSection,
  ExportedTree,
} from './exported-tree.ts';
import type { CitedItems } from './citations.ts';
import { headingNumbers } from './heading-numbers.ts';
import { joinInlines } from './inlines.ts';
import type { Block, DocumentTree, Inline, Paragraph, RecordLink } from './tree.ts';

/** The section of research notes that has this name in its template; in the language of the record. */
const REFERENCES = { id: 'references', heading: '参考文献' };
const MAX_SECTIONS = 200;

/** What the tree itself does not know when it leaves. Without it links are their texts and citations nothing. */
export type Departure = {
  /** The number or name shown for a citation, such as `[3]`. */
  citationText?: (items: CitedItems) => string;
  /** What stands for a link to a record, which never leaves itself; without it the title as last seen. */
  linkText?: (link: RecordLink) => string;
  /** The lines of the list of references; empty: there is none. */
  references?: readonly string[];
  /** SHA-256 of a picture that goes along, or null: then only its caption does. */
  contentOf?: (attachmentId: string) => string | null;
};

/**
 * The document as it leaves the house, field by field: numbers of headings and citations become text, links their names;
 * comment marks stay behind. In version 1 of the exported tree when that can hold it, else in version 2.
 */
export function exportTree(document: DocumentTree, departure: Departure = {}): ExportedTree {
  const sections = document.sections.map(({ id, heading, blocks }) => {
    const numbers = headingNumbers(blocks);
    return {
      id,
      heading,
      blocks: blocks.map((block) =>
        exportBlock(block, departure, block.type === 'heading' ? (numbers.get(block) ?? '') : ''),
      ),
    };
  });
  addReferences(sections, departure.references ?? []);
  const isOfVersion1 = sections.every(({ blocks }) => blocks.every(isBlockOfVersion1));
  return { version: isOfVersion1 ? 1 : 2, sections } as ExportedTree;
}

/** At the end of the section that is meant for them, else in one of their own. */
function addReferences(sections: ExportedSection[], lines: readonly string[]): void {
  if (lines.length === 0) return;
  const blocks = lines.map((text): ExportedBlock => ({
    type: 'paragraph',
    children: [{ type: 'text', text }],
  }));
  const meant = sections.find(({ id }) => id === REFERENCES.id) ?? sections[MAX_SECTIONS - 1];
  if (meant === undefined) sections.push({ ...REFERENCES, blocks });
  else meant.blocks = [...withoutEmptyEnd(meant.blocks), ...blocks];
}

/** An empty line at the end of a section is only where the caret stood. */
function withoutEmptyEnd(blocks: readonly ExportedBlock[]): readonly ExportedBlock[] {
  const last = blocks.at(-1);
  const isEmpty = last?.type === 'paragraph' && last.children.length === 0;
  return isEmpty ? withoutEmptyEnd(blocks.slice(0, -1)) : blocks;
}

function exportBlock(block: Block, departure: Departure, number: string): ExportedBlock {
  const inlines = (children: readonly Inline[]) => exportInlines(children, departure);
  switch (block.type) {
    case 'paragraph':
      return exportParagraph(block, departure);
    case 'heading':
      return {
        type: 'heading',
        level: block.level,
        children: number === '' ? inlines(block.children) : numbered(number, block, departure),
      };
    case 'quote':
      return { type: 'quote', children: inlines(block.children) };
    case 'list':
      return {
        type: 'list',
        ordered: block.ordered,
        items: block.items.map(({ depth, children }) => ({ depth, children: inlines(children) })),
      };
    case 'table':
      return {
        type: 'table',
        ...(block.columnWidths === undefined ? {} : { columnWidths: block.columnWidths }),
        rows: block.rows.map((row) =>
          row.map(({ children, ...spans }) => ({
            ...spans,
            children: children.map((paragraph) => exportParagraph(paragraph, departure)),
          })),
        ),
      };
    case 'image': {
      const content = departure.contentOf?.(block.attachmentId) ?? null;
      return {
        type: 'image',
        ...(content === null ? {} : { content }),
        ...(block.widthInPercent === undefined ? {} : { widthInPercent: block.widthInPercent }),
        caption: inlines(block.caption),
      };
    }
  }
}

function numbered(
  number: string,
  block: { children: readonly Inline[] },
  departure: Departure,
): ExportedInline[] {
  return exportInlines([{ type: 'text', text: number }, ...block.children], departure);
}

function exportParagraph(paragraph: Paragraph, departure: Departure): ExportedParagraph {
  return {
    type: 'paragraph',
    ...(paragraph.align === undefined ? {} : { align: paragraph.align }),
    children: exportInlines(paragraph.children, departure),
  };
}

function exportInlines(children: readonly Inline[], departure: Departure): ExportedInline[] {
  const plain = children.map((inline): Inline => exportInline(inline, departure));
  return joinInlines(plain) as ExportedInline[];
}

function exportInline(inline: Inline, departure: Departure): Inline {
  switch (inline.type) {
    case 'text':
      return plainText(inline);
    case 'line-break':
      return inline;
    case 'footnote':
      return {
        type: 'footnote',
        children: joinInlines(
          inline.children.map((child) => exportInline(child, departure)),
        ) as typeof inline.children,
      };
    case 'record-link':
      return { type: 'text', text: departure.linkText?.(inline) ?? inline.text };
    case 'attachment-link':
      return { type: 'text', text: inline.text };
    case 'citation':
      return { type: 'text', text: departure.citationText?.(inline.items) ?? '' };
  }
}

function plainText({ text, bold }: Extract<Inline, { type: 'text' }>): Inline {
  return { type: 'text', text, ...(bold === true ? { bold } : {}) };
}

function isBlockOfVersion1(block: ExportedBlock): boolean {
  const isPlain = (children: readonly ExportedInline[]) =>
    children.every((inline) => inline.type !== 'footnote');
  const isPlainParagraph = (paragraph: ExportedParagraph) =>
    paragraph.align === undefined && isPlain(paragraph.children);
  switch (block.type) {
    case 'paragraph':
      return isPlainParagraph(block);
    case 'heading':
      return isPlain(block.children);
    case 'list':
      return block.items.every((item) => isPlain(item.children));
    case 'table':
      return (
        block.columnWidths === undefined &&
        block.rows.flat().every((cell) => cell.children.every(isPlainParagraph))
      );
    case 'quote':
    case 'image':
      return false;
  }
}
