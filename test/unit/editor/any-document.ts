import fc from 'fast-check';
import type {
  Block,
  Cell,
  DocumentTree,
  Inline,
  List,
  Paragraph,
  Table,
  Text,
} from '../../../shared/document/tree.ts';
import { isAlike } from '../../../shared/document/inlines.ts';
import { rectangular } from '../../../renderer/editor/to-lexical.ts';

/** Text as officers type it, and as it arrives from elsewhere: no line feeds (those are line breaks), never empty. */
const text = fc
  .oneof(
    fc.stringMatching(/^[一-龥，。、《》（）“”0-9A-Za-z 　]{1,12}$/),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  )
  .map((s) => s.replaceAll('\n', ''))
  .filter((s) => s !== '');

const marks = fc.option(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 2 }), { freq: 8 });
const said: fc.Arbitrary<Text> = fc
  .tuple(text, fc.boolean(), marks)
  .map(([one, isBold, threads]) => ({
    type: 'text' as const,
    text: one,
    ...(isBold ? { bold: true as const } : {}),
    ...(threads === null ? {} : { marks: threads }),
  }));
const lineBreak = fc.constant({ type: 'line-break' as const });
const recordLink = fc.record({
  type: fc.constant('record-link' as const),
  recordId: fc.uuid(),
  text,
});
const whole: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({
    type: fc.constant('footnote' as const),
    children: fc.array(fc.oneof(said, lineBreak, recordLink), { maxLength: 3 }),
  }),
  recordLink,
  fc.record({ type: fc.constant('attachment-link' as const), attachmentId: fc.uuid(), text }),
  fc.record({
    type: fc.constant('citation' as const),
    items: fc.array(fc.record({ sourceId: fc.uuid() }), { minLength: 1, maxLength: 2 }),
  }),
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: said },
  { weight: 2, arbitrary: lineBreak },
  { weight: 1, arbitrary: whole },
);
/** In the form that the editor gives back: no two neighbouring texts that look alike. */
const inlines = fc.array(inline, { maxLength: 5 }).map((list) =>
  list.filter((one, i) => {
    const next = list[i + 1];
    return !(one.type === 'text' && next?.type === 'text' && isAlike(one, next));
  }),
);

const paragraph: fc.Arbitrary<Paragraph> = fc.record({
  type: fc.constant('paragraph' as const),
  children: inlines,
});
const aligned: fc.Arbitrary<Paragraph> = fc.record({
  type: fc.constant('paragraph' as const),
  align: fc.constantFrom('center' as const, 'right' as const),
  children: inlines,
});
const heading = fc
  .tuple(fc.constantFrom(1 as const, 2 as const, 3 as const), fc.boolean(), inlines)
  .map(([level, isNumbered, children]) => ({
    type: 'heading' as const,
    level,
    ...(isNumbered ? { numbered: true as const } : {}),
    children,
  }));
const quote: fc.Arbitrary<Block> = fc.record({
  type: fc.constant('quote' as const),
  children: inlines,
});
const image: fc.Arbitrary<Block> = fc.record({
  type: fc.constant('image' as const),
  attachmentId: fc.uuid(),
  caption: inlines,
});
const list: fc.Arbitrary<List> = fc.record({
  type: fc.constant('list' as const),
  ordered: fc.boolean(),
  items: fc.array(fc.record({ depth: fc.nat({ max: 7 }), children: inlines }), {
    minLength: 1,
    maxLength: 6,
  }),
});

const span = (name: 'columnSpan' | 'rowSpan') =>
  fc
    .option(fc.integer({ min: 2, max: 3 }), { freq: 4 })
    .map((n) => (n === null ? {} : { [name]: n }));
const cell: fc.Arbitrary<Cell> = fc
  .tuple(
    fc.boolean(),
    span('columnSpan'),
    span('rowSpan'),
    fc.array(paragraph, { minLength: 1, maxLength: 2 }),
  )
  .map(([header, column, row, children]) => ({
    ...(header ? { header: true as const } : {}),
    ...column,
    ...row,
    children,
  }));
const table: fc.Arbitrary<Table> = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((rows) => ({
    type: 'table' as const,
    rows: rectangular(rows).map((row) =>
      row.map((one) =>
        one.children.length > 0
          ? one
          : { ...one, children: [{ type: 'paragraph' as const, children: [] }] },
      ),
    ),
  }));

const empty: Paragraph = { type: 'paragraph', children: [] };
/** A line around every table and beside a picture at an end, no two lists of one kind side by side, never nothing: what the editor itself keeps to. */
function settled(blocks: Block[]): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    const isCrowded =
      block.type === 'table'
        ? last === undefined || last.type === 'table'
        : block.type === 'list' && last?.type === 'list' && last.ordered === block.ordered;
    if (isCrowded) result.push(empty);
    result.push(block);
  }
  if (result[0]?.type === 'image') result.unshift(empty);
  if (result.length === 0 || ['table', 'image'].includes(result.at(-1)?.type ?? ''))
    result.push(empty);
  return result;
}

const blocks = fc
  .array(fc.oneof(paragraph, aligned, heading, quote, list, table, image), { maxLength: 6 })
  .map(settled);

export const anyDocument: fc.Arbitrary<DocumentTree> = fc
  .record({
    version: fc.constant(2 as const),
    sections: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('gist', 'facts', 'performance', 'significance', 'body', 'other-1'),
        heading: fc.constantFrom('要旨', '基本案情', ''),
        blocks,
      }),
      { minLength: 1, maxLength: 3, selector: (section) => section.id },
    ),
    // Plain objects: fast-check makes some without a prototype, which a document never is.
  })
  .map((document) => structuredClone(document));
