import { $createListItemNode, $createListNode, type ListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  TableCellHeaderStates,
  type TableNode,
} from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $setState,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import type {
  Block,
  Cell,
  DocumentTree,
  Heading,
  Inline,
  List,
  Paragraph,
  Table,
} from '../../shared/document/tree.ts';
import { $createCitationNode } from './nodes/citation-node.ts';
import { $createImageNode, type ImageNode } from './nodes/image-node.ts';
import { $createInlineNode } from './nodes/inline-node.ts';
import { marksState, numberedState } from './nodes/states.ts';
import { $createSectionNode, type SectionHeading, type SectionNode } from './nodes/section-node.ts';

/** The section's own heading is the second level on the screen, so those in its text start at the third. */
export const headingTags = { 1: 'h3', 2: 'h4', 3: 'h5' } as const;

/** Replaces what the editor shows by a document, with the sections that must be there in their places. */
export function $showDocument(tree: DocumentTree, required: readonly SectionHeading[]): void {
  $getRoot()
    .clear()
    .append(...withRequired(tree, required).map($sectionNode));
}

/** The document's sections, and those of the template that it lacks, each after the one before it in the template. */
export function withRequired(
  tree: DocumentTree,
  required: readonly SectionHeading[],
): DocumentTree['sections'] {
  const sections = [...tree.sections];
  let place = 0;
  for (const { id, heading } of required) {
    const found = sections.findIndex((section) => section.id === id);
    if (found === -1) sections.splice(place, 0, { id, heading, blocks: [] });
    place = found === -1 ? place + 1 : found + 1;
  }
  return sections;
}

function $sectionNode(section: DocumentTree['sections'][number]): SectionNode {
  const nodes = section.blocks.map($blockNode);
  const node = $createSectionNode(section);
  return node.append(...(nodes.length === 0 ? [$createParagraphNode()] : nodes));
}

/** New nodes for a block, not yet in the document. */
export function $blockNode(block: Block): ElementNode | ImageNode {
  switch (block.type) {
    case 'paragraph':
      return $paragraphNode(block);
    case 'heading':
      return $headingNode(block);
    case 'quote':
      return $createQuoteNode().append(...$inlineNodes(block.children));
    case 'image':
      return $createImageNode(block);
    case 'list':
      return $listNode(block);
    case 'table':
      return $tableNode(block);
  }
}

/** A line feed inside a text is a line break too. */
export function $inlineNodes(inlines: readonly Inline[]): LexicalNode[] {
  return inlines.flatMap((inline): LexicalNode[] => {
    if (inline.type === 'line-break') return [$createLineBreakNode()];
    if (inline.type === 'citation') return [$createCitationNode(inline.items)];
    if (inline.type !== 'text') return [$createInlineNode(inline)];
    const lines = inline.text.split('\n');
    return lines.flatMap((line, index): LexicalNode[] => {
      const before = index === 0 ? [] : [$createLineBreakNode()];
      if (line === '') return before;
      const node = $createTextNode(line);
      if (inline.marks !== undefined) $setState(node, marksState, inline.marks.join(' '));
      return [...before, inline.bold === true ? node.toggleFormat('bold') : node];
    });
  });
}

function $paragraphNode(paragraph: Paragraph): ElementNode {
  return $createParagraphNode()
    .setFormat(paragraph.align ?? '')
    .append(...$inlineNodes(paragraph.children));
}

function $headingNode(heading: Heading): ElementNode {
  const node = $createHeadingNode(headingTags[heading.level]);
  if (heading.numbered === true) $setState(node, numberedState, true);
  return node.append(...$inlineNodes(heading.children));
}

/** Items with depths become lists in items of their own, which is how Lexical nests. */
function $listNode(list: List): ListNode {
  const kind = list.ordered ? 'number' : 'bullet';
  const root = $createListNode(kind);
  const open = [root];
  for (const item of list.items) {
    open.length = Math.min(open.length, item.depth + 1);
    while (open.length <= item.depth) {
      const nested = $createListNode(kind);
      open.at(-1)?.append($createListItemNode().append(nested));
      open.push(nested);
    }
    open.at(-1)?.append($createListItemNode().append(...$inlineNodes(item.children)));
  }
  return root;
}

function $tableNode(table: Table): TableNode {
  const rows = rectangular(table.rows).map((cells) =>
    $createTableRowNode().append(...cells.map($cellNode)),
  );
  const node = $createTableNode().append(...rows);
  return table.columnWidths === undefined ? node : node.setColWidths(table.columnWidths);
}

function $cellNode(cell: Cell): ElementNode {
  const state = cell.header === true ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS;
  const node = $createTableCellNode(state, cell.columnSpan ?? 1);
  node.setRowSpan(cell.rowSpan ?? 1);
  const paragraphs = cell.children.map($blockNode);
  return node.append(...(paragraphs.length === 0 ? [$createParagraphNode()] : paragraphs));
}

/**
 * The same table with every place covered exactly once: spans end with the table or before the next taken place, and short rows
 * are filled up. Foreign tables are often neither, and the table commands rely on it.
 */
export function rectangular(rows: readonly (readonly Cell[])[]): Cell[][] {
  const taken = rows.map((): boolean[] => []);
  const placed = rows.map((row, rowIndex): Cell[] =>
    row.map((cell) => {
      const line = taken[rowIndex] ?? [];
      let column = 0;
      while (line[column] === true) column += 1;
      let width = 1;
      while (width < (cell.columnSpan ?? 1) && line[column + width] !== true) width += 1;
      const height = Math.min(cell.rowSpan ?? 1, rows.length - rowIndex);
      for (const below of taken.slice(rowIndex, rowIndex + height)) {
        for (let i = 0; i < width; i += 1) below[column + i] = true;
      }
      return withSpans(cell, width, height);
    }),
  );
  const width = Math.max(1, ...taken.map((line) => line.length));
  for (const [index, line] of taken.entries()) {
    for (let column = 0; column < width; column += 1) {
      if (line[column] !== true) placed[index]?.push({ children: [] });
    }
  }
  return placed;
}

function withSpans(cell: Cell, columnSpan: number, rowSpan: number): Cell {
  return {
    ...(cell.header === true ? { header: true } : {}),
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    children: cell.children,
  };
}
