import fc from 'fast-check';
import type {
  Block,
  Cell,
  DocumentTree,
  Inline,
  List,
  Paragraph,
  Table,
} from '../../../shared/document/tree.ts';
import { rectangular } from '../../../renderer/editor/to-lexical.ts';

/** Text as officers type it, and as it arrives from elsewhere: no line feeds (those are line breaks), never empty. */
const text = fc
  .oneof(
    fc.stringMatching(/^[一-龥，。、《》（）“”0-9A-Za-z 　]{1,12}$/),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  )
  .map((s) => s.replaceAll('\n', ''))
  .filter((s) => s !== '');

const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text }),
  fc.record({ type: fc.constant('text' as const), text, bold: fc.constant(true as const) }),
  fc.constant<Inline>({ type: 'line-break' }),
);
/** In the form that the editor gives back: no two neighbouring texts of one weight. */
const inlines = fc.array(inline, { maxLength: 5 }).map((list) =>
  list.filter((one, i) => {
    const next = list[i + 1];
    return !(one.type === 'text' && next?.type === 'text' && one.bold === next.bold);
  }),
);

const paragraph: fc.Arbitrary<Paragraph> = fc.record({
  type: fc.constant('paragraph' as const),
  children: inlines,
});
const heading = fc.record({
  type: fc.constant('heading' as const),
  level: fc.constantFrom(1 as const, 2 as const, 3 as const),
  children: inlines,
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
/** A line around every table, no two lists of one kind side by side, never nothing: what the editor itself keeps to. */
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
  if (result.length === 0 || result.at(-1)?.type === 'table') result.push(empty);
  return result;
}

const blocks = fc.array(fc.oneof(paragraph, heading, list, table), { maxLength: 6 }).map(settled);

export const anyDocument: fc.Arbitrary<DocumentTree> = fc
  .record({
    version: fc.constant(1 as const),
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
