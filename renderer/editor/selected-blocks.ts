import { $isHeadingNode } from '@lexical/rich-text';
import { $findCellNode } from '@lexical/table';
import {
  $getRoot,
  $isRangeSelection,
  type BaseSelection,
  type LexicalNode,
  type NodeKey,
  type TextNode,
} from 'lexical';
import type { Block, List } from '../../shared/document/tree.ts';
import { headingNumbers } from '../../shared/document/heading-numbers.ts';
import { $readBlock, $readBlocks, type Part } from './from-lexical.ts';
import { $isSectionNode } from './nodes/section-node.ts';

/** What a selection covers, as blocks: texts cut at its ends, tables reduced to the covered cells, without the section headings. */
export function $selectedBlocks(selection: BaseSelection): Block[] {
  const part = partOf(selection);
  const containers = $getRoot().getChildren().filter($isSectionNode);
  const points = $isRangeSelection(selection) ? [selection.anchor, selection.focus] : [];
  const cells = points.map((point) => $findCellNode(point.getNode()));
  const [cell, other] = cells;
  if (cell !== null && cell !== undefined && cell.is(other)) return $readBlocks(cell, part);
  return containers
    .filter(part.includes)
    .flatMap((section) => $readBlocks(section, part))
    .map((block) => (block.type === 'list' ? fromTheLeft(block) : block));
}

/**
 * The numbers shown before the headings that `$selectedBlocks` answers, in order, for copies that leave the document. Empty for
 * one without a number, or whose beginning is not selected.
 */
export function $selectedNumbers(selection: BaseSelection): string[] {
  const part = partOf(selection);
  const points = selection.getStartEndPoints();
  const start = points === null ? null : selection.isBackward() ? points[1] : points[0];
  const sections = $getRoot().getChildren().filter($isSectionNode).filter(part.includes);
  return sections.flatMap((section) => {
    const headings = section.getChildren().filter($isHeadingNode);
    const blocks = headings.flatMap((heading) => $readBlock(heading));
    const numbers = [...headingNumbersIn(blocks)];
    return headings.flatMap((heading, at) => {
      if (!part.includes(heading)) return [];
      const isCut = start !== null && start.offset > 0 && heading.isParentOf(start.getNode());
      return [isCut ? '' : (numbers[at] ?? '')];
    });
  });
}

function headingNumbersIn(blocks: readonly Block[]): string[] {
  const numbers = headingNumbers(blocks);
  return blocks.map((block) => (block.type === 'heading' ? (numbers.get(block) ?? '') : ''));
}

/** The same blocks with the numbers of their headings as text. */
export function withNumbers(blocks: readonly Block[], numbers: readonly string[]): Block[] {
  let place = 0;
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    const number = numbers[place] ?? '';
    place += 1;
    if (number === '') return block;
    return { ...block, children: [{ type: 'text', text: number }, ...block.children] };
  });
}

function partOf(selection: BaseSelection): Part {
  const nodes = selection.getNodes();
  const covered = new Set<NodeKey>();
  for (const node of nodes) {
    for (
      let up: LexicalNode | null = node;
      up !== null && !covered.has(up.getKey());
      up = up.getParent()
    ) {
      covered.add(up.getKey());
    }
  }
  const ends = textEnds(selection);
  return {
    includes: (node) => covered.has(node.getKey()),
    textOf: (node: TextNode) => {
      const [from, to] = ends.get(node.getKey()) ?? [];
      return node.getTextContent().slice(from, to);
    },
  };
}

/** Where a text is cut, if it is. */
type Slice = [from: number | undefined, to: number | undefined];

function textEnds(selection: BaseSelection): Map<NodeKey, Slice> {
  const ends = new Map<NodeKey, Slice>();
  const points = selection.getStartEndPoints();
  if (points === null) return ends;
  const [start, end] = selection.isBackward() ? [points[1], points[0]] : points;
  if (start.type === 'text') ends.set(start.key, [start.offset, undefined]);
  if (end.type === 'text') ends.set(end.key, [ends.get(end.key)?.[0] ?? 0, end.offset]);
  return ends;
}

/** Items copied from deep within a list start at the margin. */
function fromTheLeft(list: List): List {
  const least = Math.min(...list.items.map(({ depth }) => depth));
  return { ...list, items: list.items.map((item) => ({ ...item, depth: item.depth - least })) };
}
