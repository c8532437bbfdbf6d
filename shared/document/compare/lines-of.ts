import type { LineKind, RecordContent } from '../../contract/revisions.ts';
import type { Block, Cell, Inline, Section } from '../tree.ts';

/** A line of a record, ready to be compared. */
export type Line = {
  kind: LineKind;
  level: number;
  /** Several for a row of a table, keywords and case numbers. */
  cells: string[];
  /** What is not in the text and yet shown: two lines of the same text may differ in it. */
  form: string;
};

/** Where a note or a source stands in a line whose text does not have them. */
const NOTE = '†';
const SOURCE = '‡';

export function headOf({ title, keywords, caseNumbers }: RecordContent): Line[] {
  return [
    { kind: 'title', level: 0, cells: [title], form: '' },
    { kind: 'keywords', level: 0, cells: keywords, form: '' },
    { kind: 'case-numbers', level: 0, cells: caseNumbers, form: '' },
  ];
}

export function linesOf(section: Section): Line[] {
  return [
    { kind: 'section', level: 0, cells: [section.heading], form: '' },
    ...section.blocks.flatMap(blockLinesOf),
  ];
}

function blockLinesOf(block: Block): Line[] {
  switch (block.type) {
    case 'paragraph':
      return run('paragraph', 0, block.children, block.align);
    case 'heading':
      return run('heading', block.level, block.children, block.numbered);
    case 'quote':
      return run('quote', 0, block.children);
    case 'list':
      return block.items.flatMap(({ depth, children }) =>
        run('list-item', depth, children, block.ordered),
      );
    case 'table':
      // Said of the first row alone: to widen a column is one change, not one for each row.
      return block.rows.flatMap((row, at) => rowLines(row, at === 0 ? block.columnWidths : null));
    case 'image':
      return run('image', 0, block.caption, [block.attachmentId, block.widthInPercent]);
  }
}

function rowLines(row: readonly Cell[], widths: unknown): Line[] {
  const cells = row.map((cell) => cell.children.map(({ children }) => textOf(children)).join('\n'));
  const form = row.map(({ header, columnSpan, rowSpan, children }) => [
    [header, columnSpan, rowSpan],
    children.map((paragraph) => [paragraph.align, formOf(paragraph.children)]),
  ]);
  const notes = row.flatMap((cell) => cell.children.flatMap(({ children }) => notesOf(children)));
  return [{ kind: 'table-row', level: 0, cells, form: JSON.stringify([widths, form]) }, ...notes];
}

function run(kind: LineKind, level: number, children: readonly Inline[], look?: unknown): Line[] {
  const form = JSON.stringify([look, formOf(children)]);
  return [{ kind, level, cells: [textOf(children)], form }, ...notesOf(children)];
}

function notesOf(children: readonly Inline[]): Line[] {
  return children.flatMap((inline) =>
    inline.type === 'footnote' ? run('footnote', 0, inline.children) : [],
  );
}

function textOf(children: readonly Inline[]): string {
  return children.map(partOf).join('');
}

function partOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'record-link':
    case 'attachment-link':
      return inline.text;
    case 'line-break':
      return '\n';
    case 'footnote':
      return NOTE;
    case 'citation':
      return SOURCE;
  }
}

/** What is bold from where to where, and what is linked to what. Comments lie on a text and are no part of it. */
function formOf(children: readonly Inline[]): unknown[] {
  const form: unknown[] = [];
  let at = 0;
  for (const inline of children) {
    const end = at + partOf(inline).length;
    switch (inline.type) {
      case 'text':
        if (inline.bold === true) {
          // Text under a comment is cut in pieces that look like one.
          const last = form.at(-1);
          if (Array.isArray(last) && last[0] === 'bold' && last[2] === at) last[2] = end;
          else form.push(['bold', at, end]);
        }
        break;
      case 'record-link':
        form.push([inline.type, inline.recordId, at]);
        break;
      case 'attachment-link':
        form.push([inline.type, inline.attachmentId, at]);
        break;
      case 'citation':
        form.push([inline.type, inline.items, at]);
        break;
      case 'line-break':
      case 'footnote':
        break;
    }
    at = end;
  }
  return form;
}
