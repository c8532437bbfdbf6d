import { $isHeadingNode, type HeadingNode } from '@lexical/rich-text';
import {
  $getNodeByKey,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $isSectionNode, type SectionNode } from '../nodes/section-node.ts';

/** Where a heading goes: before another, or to the end of a section. */
export type Goal = { before: NodeKey } | { endOf: NodeKey };

/** Moves a heading with everything below it, in one step of undo. Nothing happens if it would go into itself. */
export function moveHeading(editor: LexicalEditor, key: NodeKey, goal: Goal): boolean {
  let isMoved = false;
  editor.update(
    () => {
      const heading = $getNodeByKey(key);
      if ($isHeadingNode(heading)) isMoved = $move(heading, goal);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  return isMoved;
}

/** One place up or down among those of its level; beyond the last one into the next section. */
export function stepHeading(editor: LexicalEditor, key: NodeKey, step: 'up' | 'down'): boolean {
  const goal = editor.getEditorState().read(() => {
    const heading = $getNodeByKey(key);
    if (!$isHeadingNode(heading)) return null;
    return step === 'up' ? $goalAbove(heading) : $goalBelow(heading);
  });
  return goal !== null && moveHeading(editor, key, goal);
}

function $move(heading: HeadingNode, goal: Goal): boolean {
  const nodes = $rangeOf(heading);
  const place = $getNodeByKey('before' in goal ? goal.before : goal.endOf);
  if (place === null || nodes.some((node) => node.is(place))) return false;
  if ('before' in goal) {
    if (nodes.at(-1)?.getNextSibling()?.is(place) === true) return false;
    for (const node of nodes) place.insertBefore(node, false);
    return true;
  }
  if (!$isSectionNode(place)) return false;
  const last = place.getLastChild();
  if (last !== null && nodes.some((node) => node.is(last))) return false;
  const isEmptyEnd = last?.getTextContent() === '' && last.getPreviousSibling() === null;
  place.append(...nodes);
  // The line where nobody had written yet is not wanted above the first heading.
  if (isEmptyEnd) last?.remove();
  return true;
}

/** A heading and what lies below it: all up to the next of its level or a higher one. */
export function $rangeOf(heading: HeadingNode): LexicalNode[] {
  const nodes: LexicalNode[] = [heading];
  for (let node = heading.getNextSibling(); node !== null; node = node.getNextSibling()) {
    if ($isHeadingNode(node) && node.getTag() <= heading.getTag()) break;
    nodes.push(node);
  }
  return nodes;
}

function $goalAbove(heading: HeadingNode): Goal | null {
  for (let node = heading.getPreviousSibling(); node !== null; node = node.getPreviousSibling()) {
    if ($isHeadingNode(node) && node.getTag() <= heading.getTag()) return { before: node.getKey() };
  }
  const section = heading.getParent()?.getPreviousSibling();
  return $isSectionNode(section) ? { endOf: section.getKey() } : null;
}

function $goalBelow(heading: HeadingNode): Goal | null {
  const section = heading.getParent();
  const next = $rangeOf(heading).at(-1)?.getNextSibling() ?? null;
  if ($isHeadingNode(next)) {
    const after = $rangeOf(next).at(-1)?.getNextSibling() ?? null;
    // Below a higher heading it becomes the first one there.
    const first = next.getTag() < heading.getTag() ? $firstBelow(next) : null;
    if (first !== null) return { before: first.getKey() };
    if (after !== null) return { before: after.getKey() };
    return section === null ? null : { endOf: section.getKey() };
  }
  const following = section?.getNextSibling();
  if (!$isSectionNode(following)) return null;
  return $startOf(following);
}

function $firstBelow(heading: HeadingNode): HeadingNode | null {
  return $rangeOf(heading).slice(1).find($isHeadingNode) ?? null;
}

function $startOf(section: SectionNode): Goal {
  const first = section.getChildren().find($isHeadingNode);
  return first === undefined ? { endOf: section.getKey() } : { before: first.getKey() };
}
