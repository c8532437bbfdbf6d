import { $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode, type HeadingNode } from '@lexical/rich-text';
import {
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  type TableCellNode,
  type TableNode,
} from '@lexical/table';
import {
  $getRoot,
  $getState,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import { linksIn } from '../../shared/document/record-links.ts';
import { isAlike } from '../../shared/document/inlines.ts';
import {
  DOCUMENT_VERSION,
  MAX_LIST_DEPTH,
  type Block,
  type Cell,
  type DocumentTree,
  type Inline,
  type List,
  type ListItem,
  type Paragraph,
  type RecordLink,
  type Table,
  type Text,
} from '../../shared/document/tree.ts';
import { $isCitationNode } from './nodes/citation-node.ts';
import { $isImageNode } from './nodes/image-node.ts';
import { knownTitle } from '../links/known-targets.ts';
import { $isInlineNode, type WholeInline } from './nodes/inline-node.ts';
import { marksState, numberedState } from './nodes/states.ts';
import { $isSectionNode } from './nodes/section-node.ts';

/** Which part of the nodes is read: everything, or what a selection covers. */
export type Part = {
  includes: (node: LexicalNode) => boolean;
  textOf: (node: TextNode) => string;
};

const everything: Part = { includes: () => true, textOf: $textOf };

/** What the editor holds, as the neutral tree. Anything the tree has no place for (colour, italics) is left out. */
export function $readDocument(): DocumentTree {
  const sections = $getRoot().getChildren().filter($isSectionNode);
  return {
    version: DOCUMENT_VERSION,
    sections: sections.map((section) => ({
      id: section.getSectionId(),
      heading: section.getHeading(),
      blocks: $readBlocks(section),
    })),
  };
}

/** The blocks directly in a section or a cell. */
export function $readBlocks(container: ElementNode, part: Part = everything): Block[] {
  return container
    .getChildren()
    .filter(part.includes)
    .flatMap((node) => $readBlock(node, part));
}

export function $readBlock(node: LexicalNode, part: Part = everything): Block[] {
  if ($isListNode(node)) return $readList(node, part);
  if ($isTableNode(node)) return $readTable(node, part);
  if ($isImageNode(node)) return [node.getImage()];
  const children = $readInlines(node, part);
  if ($isHeadingNode(node)) return [$readHeading(node, children)];
  if ($isQuoteNode(node)) return [{ type: 'quote', children }];
  return [$readParagraph(node, children)];
}

function $readHeading(heading: HeadingNode, children: Inline[]): Block {
  const numbered = $getState(heading, numberedState) ? { numbered: true as const } : {};
  return { type: 'heading', level: levelOf(heading), ...numbered, children };
}

function $readParagraph(node: LexicalNode, children: Inline[]): Paragraph {
  const format = $isElementNode(node) ? node.getFormatType() : '';
  const align = format === 'center' || format === 'right' ? { align: format } : {};
  return { type: 'paragraph', ...align, children };
}

function levelOf(heading: HeadingNode): 1 | 2 | 3 {
  switch (heading.getTag()) {
    case 'h4':
      return 2;
    case 'h5':
    case 'h6':
      return 3;
    default:
      return 1;
  }
}

/** Neighbouring texts that look alike are one. */
function $readInlines(node: LexicalNode, part: Part): Inline[] {
  const inlines: Inline[] = [];
  const add = (child: LexicalNode) => {
    if (!part.includes(child)) return;
    if ($isLineBreakNode(child)) inlines.push({ type: 'line-break' });
    else if ($isInlineNode(child)) inlines.push(asShown(child.getInline()));
    else if ($isCitationNode(child)) inlines.push({ type: 'citation', items: child.getItems() });
    else if ($isElementNode(child)) child.getChildren().forEach(add);
    else if ($isTextNode(child)) $addText(inlines, child, part.textOf(child));
  };
  if ($isElementNode(node)) node.getChildren().forEach(add);
  else add(node);
  return inlines;
}

/** A link is kept with the title it was shown by. */
function asShown(inline: WholeInline): WholeInline {
  if (inline.type === 'record-link') return titled(inline);
  if (inline.type !== 'footnote' || linksIn(inline.children).length === 0) return inline;
  const children = inline.children.map((child) =>
    child.type === 'record-link' ? titled(child) : child,
  );
  return { ...inline, children };
}

function titled(link: RecordLink): RecordLink {
  return { ...link, text: knownTitle(link.recordId) ?? link.text };
}

function $addText(inlines: Inline[], node: TextNode, text: string): void {
  if (text === '') return;
  const marks = $getState(node, marksState);
  const inline: Text = {
    type: 'text',
    text,
    ...(node.hasFormat('bold') ? { bold: true } : {}),
    ...(marks === '' ? {} : { marks: marks.split(' ') }),
  };
  const last = inlines.at(-1);
  if (last?.type === 'text' && isAlike(last, inline)) last.text += text;
  else inlines.push(inline);
}

/** While the input method composes, Lexical keeps a zero-width space as a foothold in an empty line. */
function $textOf(node: TextNode): string {
  const text = node.getTextContent();
  return node.isComposing() ? text.replaceAll('\u200b', '') : text;
}

/** A nested list of the other kind starts a list block of its own: a list block has one kind. */
function $readList(root: ListNode, part: Part): List[] {
  const lists: List[] = [];
  const add = (list: ListNode, depth: number) => {
    const ordered = list.getListType() === 'number';
    for (const child of list.getChildren().filter(part.includes)) {
      const inner = $isListItemNode(child) ? child.getFirstChild() : null;
      if ($isListNode(inner)) add(inner, depth + 1);
      else addItem(lists, ordered, { depth: clamp(depth), children: $readInlines(child, part) });
    }
  };
  add(root, 0);
  return lists;
}

function addItem(lists: List[], ordered: boolean, item: ListItem): void {
  const last = lists.at(-1);
  if (last !== undefined && last.ordered === ordered) last.items.push(item);
  else lists.push({ type: 'list', ordered, items: [item] });
}

const clamp = (depth: number) => Math.min(depth, MAX_LIST_DEPTH - 1);

function $readTable(table: TableNode, part: Part): Table[] {
  const rows = table
    .getChildren()
    .filter($isTableRowNode)
    .filter(part.includes)
    .map((row) =>
      row
        .getChildren()
        .filter($isTableCellNode)
        .filter(part.includes)
        .map((cell) => $readCell(cell, part)),
    );
  if (rows.length === 0) return [];
  const columnWidths = widthsOf(table);
  return [{ type: 'table', ...(columnWidths === null ? {} : { columnWidths }), rows }];
}

/** Whole numbers, since only their proportion counts; none if the table's columns were never sized. */
function widthsOf(table: TableNode): number[] | null {
  const widths = table.getColWidths();
  if (widths === undefined || widths.length === 0) return null;
  return widths.map((width) => Math.min(Math.max(Math.round(width), 1), 10_000));
}

function $readCell(cell: TableCellNode, part: Part): Cell {
  const columnSpan = cell.getColSpan();
  const rowSpan = cell.getRowSpan();
  const isHeader = cell.getHeaderStyles() !== TableCellHeaderStates.NO_STATUS;
  return {
    ...(isHeader ? { header: true } : {}),
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    children: $readBlocks(cell, part).flatMap(paragraphsIn),
  };
}

/** Cells hold paragraphs only. */
export function paragraphsIn(block: Block): Paragraph[] {
  switch (block.type) {
    case 'paragraph':
      return [block];
    case 'heading':
    case 'quote':
      return [{ type: 'paragraph', children: block.children }];
    case 'image':
      return [{ type: 'paragraph', children: block.caption }];
    case 'list':
      return block.items.map(({ children }) => ({ type: 'paragraph', children }));
    case 'table':
      return block.rows.flat().flatMap((cell) => cell.children);
  }
}
