import * as z from 'zod';
import { MAX_LIST_DEPTH } from './tree.ts';

/**
 * The document as it travels. Frozen by version: a receiver of years to come must read what is written today, so a change
 * is a new version here and not in these lines. Version 1 has paragraphs, headings, lists and tables; version 2 adds
 * quotations, footnotes, pictures, alignment and column widths. Neither has a place for comments, links or citations:
 * those arrive as the text that they showed.
 */
const Text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(2_000_000),
  bold: z.literal(true).optional(),
});
const LineBreak = z.strictObject({ type: z.literal('line-break') });
const Footnote = z.strictObject({
  type: z.literal('footnote'),
  children: z.array(z.discriminatedUnion('type', [Text, LineBreak])).max(10_000),
});

const InlineV1 = z.discriminatedUnion('type', [Text, LineBreak]);
const InlineV2 = z.discriminatedUnion('type', [Text, LineBreak, Footnote]);

const headingLevel = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const depth = z
  .number()
  .int()
  .min(0)
  .max(MAX_LIST_DEPTH - 1);
const spans = {
  header: z.literal(true).optional(),
  columnSpan: z.number().int().min(2).max(100).optional(),
  rowSpan: z.number().int().min(2).max(1000).optional(),
};

const InlinesV1 = z.array(InlineV1).max(100_000);
const ParagraphV1 = z.strictObject({ type: z.literal('paragraph'), children: InlinesV1 });
const BlockV1 = z.discriminatedUnion('type', [
  ParagraphV1,
  z.strictObject({ type: z.literal('heading'), level: headingLevel, children: InlinesV1 }),
  z.strictObject({
    type: z.literal('list'),
    ordered: z.boolean(),
    items: z
      .array(z.strictObject({ depth, children: InlinesV1 }))
      .min(1)
      .max(100_000),
  }),
  z.strictObject({
    type: z.literal('table'),
    rows: z
      .array(
        z.array(z.strictObject({ ...spans, children: z.array(ParagraphV1).max(10_000) })).max(100),
      )
      .min(1)
      .max(10_000),
  }),
]);

const InlinesV2 = z.array(InlineV2).max(100_000);
const ParagraphV2 = z.strictObject({
  type: z.literal('paragraph'),
  align: z.enum(['center', 'right']).optional(),
  children: InlinesV2,
});
const BlockV2 = z.discriminatedUnion('type', [
  ParagraphV2,
  z.strictObject({ type: z.literal('heading'), level: headingLevel, children: InlinesV2 }),
  z.strictObject({ type: z.literal('quote'), children: InlinesV2 }),
  z.strictObject({
    type: z.literal('list'),
    ordered: z.boolean(),
    items: z
      .array(z.strictObject({ depth, children: InlinesV2 }))
      .min(1)
      .max(100_000),
  }),
  z.strictObject({
    type: z.literal('table'),
    columnWidths: z.array(z.number().int().min(1).max(10_000)).min(1).max(100).optional(),
    rows: z
      .array(
        z.array(z.strictObject({ ...spans, children: z.array(ParagraphV2).max(10_000) })).max(100),
      )
      .min(1)
      .max(10_000),
  }),
  // `content`: SHA-256 (hex) of the picture if it travels along as an attachment.
  z.strictObject({
    type: z.literal('image'),
    content: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    widthInPercent: z.number().int().min(10).max(100).optional(),
    caption: InlinesV2,
  }),
]);

const section = {
  id: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  heading: z.string().max(200),
};

export const ExportedTreeV1 = z.strictObject({
  version: z.literal(1),
  sections: z.array(z.strictObject({ ...section, blocks: z.array(BlockV1).max(100_000) })).max(200),
});
export const ExportedTreeV2 = z.strictObject({
  version: z.literal(2),
  sections: z.array(z.strictObject({ ...section, blocks: z.array(BlockV2).max(100_000) })).max(200),
});
export type ExportedTree = z.output<typeof ExportedTreeV1> | z.output<typeof ExportedTreeV2>;
/** Version 1 of each is contained in version 2 of it. */
export type ExportedSection = z.output<typeof ExportedTreeV2>['sections'][number];
export type ExportedBlock = z.output<typeof BlockV2>;
export type ExportedInline = z.output<typeof InlineV2>;
export type ExportedParagraph = z.output<typeof ParagraphV2>;
