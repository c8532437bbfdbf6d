import * as z from 'zod';

/**
 * A document is a neutral tree: sections of blocks of inlines. It is what the store keeps, what search reads, what
 * a pack carries and what the editor turns into its own nodes and back. Nothing else is ever read as a document, so
 * other people's content cannot smuggle in a node type. Unknown members are refused (`document-invalid`), a higher
 * `version` too (`document-newer`).
 *
 * Limits: 200 sections, 100,000 blocks, lists nested 8 deep, 5,000,000 characters in all.
 */
export const DOCUMENT_VERSION = 1;
export const MAX_LIST_DEPTH = 8;

const Text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(2_000_000),
  bold: z.literal(true).optional(),
});
const LineBreak = z.strictObject({ type: z.literal('line-break') });
export const Inline = z.discriminatedUnion('type', [Text, LineBreak]);
export type Inline = z.output<typeof Inline>;

const Inlines = z.array(Inline).max(100_000);
export const Paragraph = z.strictObject({ type: z.literal('paragraph'), children: Inlines });
export type Paragraph = z.output<typeof Paragraph>;
/** Level 1 is （一） within a section, 2 is 1., 3 is （1）; the section itself is 一、. */
export const Heading = z.strictObject({
  type: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  children: Inlines,
});
export type Heading = z.output<typeof Heading>;
/** `depth` 0–7: a flat list of items with depths, which cannot be nested wrongly. */
export const ListItem = z.strictObject({
  depth: z
    .number()
    .int()
    .min(0)
    .max(MAX_LIST_DEPTH - 1),
  children: Inlines,
});
export type ListItem = z.output<typeof ListItem>;
export const List = z.strictObject({
  type: z.literal('list'),
  ordered: z.boolean(),
  items: z.array(ListItem).min(1).max(100_000),
});
export type List = z.output<typeof List>;
/** Cells hold paragraphs only. Spans count the cells covered, 1–100; covered cells are absent. */
export const Cell = z.strictObject({
  header: z.literal(true).optional(),
  columnSpan: z.number().int().min(2).max(100).optional(),
  rowSpan: z.number().int().min(2).max(1000).optional(),
  children: z.array(Paragraph).max(10_000),
});
export type Cell = z.output<typeof Cell>;
export const Table = z.strictObject({
  type: z.literal('table'),
  rows: z.array(z.array(Cell).max(100)).min(1).max(10_000),
});
export type Table = z.output<typeof Table>;

export const Block = z.discriminatedUnion('type', [Paragraph, Heading, List, Table]);
export type Block = z.output<typeof Block>;

/**
 * `id` is the template's section id (`facts`, `performance`, …), `body` for text that belongs to no section, or
 * `other-1`, `other-2`, … for headings the template does not know. Unique within the document.
 */
export const Section = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  heading: z.string().max(200),
  blocks: z.array(Block).max(100_000),
});
export type Section = z.output<typeof Section>;

export const DocumentTree = z.strictObject({
  version: z.literal(DOCUMENT_VERSION),
  sections: z.array(Section).max(200),
});
export type DocumentTree = z.output<typeof DocumentTree>;

/** The plain text of one block: one line per paragraph, heading, list item or table cell. */
export function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children).split('\n');
    case 'list':
      return block.items.flatMap((item) => inlineText(item.children).split('\n'));
    case 'table':
      return block.rows.flatMap((row) =>
        row.flatMap((cell) =>
          cell.children.flatMap((paragraph) => inlineText(paragraph.children).split('\n')),
        ),
      );
  }
}

export function inlineText(children: readonly Inline[]): string {
  return children.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
}

/** The plain text of a section without its heading, lines joined by `\n`. This is the text that search promises to find. */
export function sectionText(section: Section): string {
  return section.blocks.flatMap(blockLines).join('\n');
}

/** Characters without white space, in code points: the way the field counts length. */
export function countCharacters(document: DocumentTree): number {
  let count = 0;
  for (const section of document.sections) {
    for (const character of sectionText(section)) if (!/\s/u.test(character)) count += 1;
  }
  return count;
}

/** A document with the given sections, each empty. */
export function emptyDocument(sections: readonly { id: string; heading: string }[]): DocumentTree {
  return {
    version: DOCUMENT_VERSION,
    sections: sections.map(({ id, heading }) => ({
      id,
      heading,
      blocks: [{ type: 'paragraph', children: [] }],
    })),
  };
}

/** A paragraph for each line of plain text. */
export function paragraphsOf(text: string): Paragraph[] {
  return text.split('\n').map((line) => ({
    type: 'paragraph',
    children: line === '' ? [] : [{ type: 'text', text: line }],
  }));
}
