import { $findCellNode, $isTableSelection } from '@lexical/table';
import {
  $createParagraphNode,
  $createRangeSelection,
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  type BaseSelection,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
} from 'lexical';
import { wordsOf } from '../../../shared/i18n/index.ts';
import { inlineText, type Block, type Paragraph } from '../../../shared/document/tree.ts';
import { paragraphsIn } from '../from-lexical.ts';
import { $isSectionNode } from '../nodes/section-node.ts';
import { $blockNode, $inlineNodes } from '../to-lexical.ts';

/**
 * Puts blocks where the selection is. A single paragraph goes into the line; a cell takes paragraphs, or a table over its table. Pictures and
 * tables stand below the line, list or quotation that the caret is in: none of these can hold one. Answers how many pictures
 * became links, because they came into a cell.
 */
export function $insertBlocks(editor: LexicalEditor, blocks: readonly Block[]): number {
  const selection = $getSelection();
  if (selection === null || blocks.length === 0) return 0;
  const isInCell = $isInCell();
  $insertAt(editor, selection, blocks, isInCell);
  return isInCell ? blocks.filter(({ type }) => type === 'image').length : 0;
}

function $insertAt(
  editor: LexicalEditor,
  selection: BaseSelection,
  blocks: readonly Block[],
  isInCell: boolean,
): void {
  const isOneTable = blocks.length === 1 && blocks[0]?.type === 'table';
  const fitting = isInCell && !isOneTable ? blocks.flatMap(inCell) : blocks;
  const nodes = fitting.map($blockNode);
  if (isInCell && ($isTableSelection(selection) || isOneTable)) {
    editor.dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, { nodes, selection });
    return;
  }
  const [only] = fitting;
  const isWhole = fitting.some(({ type }) => type === 'image' || type === 'table');
  if (isWhole && !isInCell && !$isInParagraph()) $insertBelow(nodes);
  else if (fitting.length === 1 && only?.type === 'paragraph' && only.align === undefined) {
    selection.insertNodes($inlineNodes(only.children));
  } else if (fitting.length === 1 && only?.type === 'image') $insertBelow(nodes);
  else selection.insertNodes(nodes);
}

/** In a cell a link stands for a picture. */
function inCell(block: Block): Paragraph[] {
  if (block.type !== 'image') return paragraphsIn(block);
  const text = inlineText(block.caption) || pictureName();
  const link = { type: 'attachment-link' as const, attachmentId: block.attachmentId, text };
  return [{ type: 'paragraph', children: [link] }];
}

const pictureName = () =>
  wordsOf(document.documentElement.lang === 'en' ? 'en' : 'zh-CN').pasting.picture;

function $isInParagraph(): boolean {
  const selection = $getSelection();
  const block = $isRangeSelection(selection) ? $topBlock(selection.anchor.getNode()) : null;
  return $isParagraphNode(block);
}

/** The block of a section that a node stands in. */
function $topBlock(node: LexicalNode): LexicalNode | null {
  return $findMatchingParent(node, (parent) => $isSectionNode(parent.getParent()));
}

/** Below the block that the selection ends in, or in its place if that is an empty line. */
function $insertBelow(nodes: readonly LexicalNode[]): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection) && !selection.isCollapsed()) selection.removeText();
  const [node] = $getSelection()?.getNodes() ?? [];
  let last = node === undefined ? null : $topBlock(node);
  if (last === null) return;
  const first = last;
  for (const one of nodes) {
    last.insertAfter(one, false);
    last = one;
  }
  let line = last.getNextSibling();
  if (!$isParagraphNode(line)) {
    line = $createParagraphNode();
    last.insertAfter(line, false);
  }
  if ($isElementNode(line)) line.selectStart();
  if ($isParagraphNode(first) && first.isEmpty()) first.remove();
}

export function $isInCell(): boolean {
  const selection = $getSelection();
  return (
    $isTableSelection(selection) ||
    ($isRangeSelection(selection) && $findCellNode(selection.anchor.getNode()) !== null)
  );
}

/** Goes back to a selection made before somebody was asked, as far as it is still there. */
export function $goBackTo(selection: BaseSelection | null): void {
  if (selection === null) return;
  const points = $isRangeSelection(selection) ? [selection.anchor, selection.focus] : [];
  if (points.every($isStillThere)) $setSelection(selection.clone());
}

function $isStillThere({ key, offset }: PointType): boolean {
  const node = $getNodeByKey(key);
  if ($isTextNode(node)) return offset <= node.getTextContentSize();
  return $isElementNode(node) && offset <= node.getChildrenSize();
}

/** Puts the caret at a place on the screen; answers whether there is one. */
export function $selectAtPoint({
  clientX,
  clientY,
}: {
  clientX: number;
  clientY: number;
}): boolean {
  const range = document.caretRangeFromPoint(clientX, clientY);
  if (range === null) return false;
  const selection = $createRangeSelection();
  selection.applyDOMRange(range);
  $setSelection(selection);
  return true;
}
