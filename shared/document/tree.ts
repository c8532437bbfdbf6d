import * as z from 'zod';

/**
 * A document is a neutral tree: sections of blocks of inlines. It is what the store keeps, what search reads, what
 * a pack carries and what the editor turns into its own nodes and back. Nothing else is ever read as a document, so
 * other people's content cannot smuggle in a node type. Unknown members are refused (`document-invalid`), a higher
 * `version` too (`document-newer`); `readDocument` brings version 1 up to this one. What leaves the house is a narrower
 * tree (`exported-tree.ts`): no comment marks, no links, no citations but their text.
 *
 * Limits: 200 sections, 100,000 blocks, lists nested 8 deep, 5,000,000 characters in all.
 */
export const DOCUMENT_VERSION = 2;
export const MAX_LIST_DEPTH = 8;

/** `marks`: the comment threads (ids) that lie on this text. They never leave the house. */
const Text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(2_000_000),
  bold: z.literal(true).optional(),
  marks: z.array(z.uuid().lowercase()).min(1).max(50).optional(),
});
export type Text = z.output<typeof Text>;
const LineBreak = z.strictObject({ type: z.literal('line-break') });
/** A link to a record or precedent. `text` is its title as last seen, shown when the record is not there any more. */
export const RecordLink = z.strictObject({
  type: z.literal('record-link'),
  recordId: z.uuid().lowercase(),
  text: z.string().min(1).max(500),
});
export type RecordLink = z.output<typeof RecordLink>;
/** A note at this place. Its text is read after the block it stands in and adds nothing to the line itself. */
const Footnote = z.strictObject({
  type: z.literal('footnote'),
  children: z.array(z.discriminatedUnion('type', [Text, LineBreak, RecordLink])).max(10_000),
});
/** A link to an attachment of the same record. `text` is its name as last seen. */
const AttachmentLink = z.strictObject({
  type: z.literal('attachment-link'),
  attachmentId: z.uuid().lowercase(),
  text: z.string().min(1).max(500),
});
/** Sources cited at this place; the number is counted when it is shown. `locator`: the page or article, as typed. */
const Citation = z.strictObject({
  type: z.literal('citation'),
  items: z
    .array(
      z.strictObject({
        sourceId: z.uuid().lowercase(),
        locator: z.string().min(1).max(200).optional(),
      }),
    )
    .min(1)
    .max(50),
});
export const Inline = z.discriminatedUnion('type', [
  Text,
  LineBreak,
  Footnote,
  RecordLink,
  AttachmentLink,
  Citation,
]);
export type Inline = z.output<typeof Inline>;

const Inlines = z.array(Inline).max(100_000);
export const Paragraph = z.strictObject({
  type: z.literal('paragraph'),
  align: z.enum(['center', 'right']).optional(),
  children: Inlines,
});
export type Paragraph = z.output<typeof Paragraph>;
/**
 * Level 1 is （一） within a section, 2 is 1., 3 is （1）; the section itself is 一、. With `numbered` the number is counted
 * when it is shown and is not in the text; without it the text is all there is.
 */
export const Heading = z.strictObject({
  type: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  numbered: z.literal(true).optional(),
  children: Inlines,
});
export type Heading = z.output<typeof Heading>;
/** One paragraph of quoted words; neighbours are shown as one quotation. */
export const Quote = z.strictObject({ type: z.literal('quote'), children: Inlines });
export type Quote = z.output<typeof Quote>;
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
/** A picture kept as an attachment of the record. `widthInPercent` of the text column; the whole of it, or the picture's own if smaller, without. */
export const Image = z.strictObject({
  type: z.literal('image'),
  attachmentId: z.uuid().lowercase(),
  widthInPercent: z.number().int().min(10).max(100).optional(),
  caption: Inlines,
});
export type Image = z.output<typeof Image>;
/** Cells hold paragraphs only. Spans count the cells covered, 1–100; covered cells are absent. */
export const Cell = z.strictObject({
  header: z.literal(true).optional(),
  columnSpan: z.number().int().min(2).max(100).optional(),
  rowSpan: z.number().int().min(2).max(1000).optional(),
  children: z.array(Paragraph).max(10_000),
});
export type Cell = z.output<typeof Cell>;
/** `columnWidths`: one for each column of the grid; only their proportion counts. */
export const Table = z.strictObject({
  type: z.literal('table'),
  columnWidths: z.array(z.number().int().min(1).max(10_000)).min(1).max(100).optional(),
  rows: z.array(z.array(Cell).max(100)).min(1).max(10_000),
});
export type Table = z.output<typeof Table>;

export const Block = z.discriminatedUnion('type', [Paragraph, Heading, Quote, List, Table, Image]);
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

/**
 * The plain text of one block: one line per paragraph, heading, quotation, list item, table cell or caption, each followed
 * by the lines of its footnotes.
 */
export function blockLines(block: Block): string[] {
  return inlineRuns(block).flatMap((children) => [
    ...inlineText(children).split('\n'),
    ...children.flatMap((inline) =>
      inline.type === 'footnote' ? inlineText(inline.children).split('\n') : [],
    ),
  ]);
}

/** The runs of inlines of a block in reading order: one for each paragraph, item, cell paragraph or caption. */
export function inlineRuns(block: Block): Inline[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return [block.children];
    case 'list':
      return block.items.map((item) => item.children);
    case 'table':
      return block.rows
        .flat()
        .flatMap((cell) => cell.children.map((paragraph) => paragraph.children));
    case 'image':
      return [block.caption];
  }
}

export function inlineText(children: readonly Inline[]): string {
  return children.map(textOf).join('');
}

/** What an inline adds to its line: citations and footnotes nothing, since their numbers are counted when shown. */
function textOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'record-link':
    case 'attachment-link':
      return inline.text;
    case 'line-break':
      return '\n';
    case 'footnote':
    case 'citation':
      return '';
  }
}

/** The plain text of a section without its heading, lines joined by `\n`. This is the text that search promises to find. */
export function sectionText(section: Section): string {
  return section.blocks.flatMap(blockLines).join('\n');
}

/** Characters without white space, in code points: the way the field counts length. */
export function countCharacters(document: DocumentTree): number {
  let count = 0;
  for (const section of document.sections) {
    const text = sectionText(section);
    // Counted by units, pairs once: code by code it takes several times as long, and it is done at every save.
    count += text.length - (text.match(spacesAndSecondHalves)?.length ?? 0);
  }
  return count;
}

const spacesAndSecondHalves = /\s|(?<=[\ud800-\udbff])[\udc00-\udfff]/g;

/** Whether a section has anything but white space. */
export function hasText(section: Section): boolean {
  return section.blocks.some((block) => blockLines(block).some((line) => /\S/u.test(line)));
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
