import {
  $createTextNode,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type RangeSelection,
} from 'lexical';
import { $isInlineNode, type InlineNode } from '../nodes/inline-node.ts';

/** The link that is selected, or right before or behind the caret. */
export function $linkAtCaret(): NodeKey | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return $selectedLink();
  return $beside(selection).find($isRecordLink)?.getKey() ?? null;
}

/** The link that is selected and nothing else with it. */
export function $selectedLink(): NodeKey | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const [node, ...others] = selection.getNodes();
    return $isRecordLink(node) && others.length === 0 ? node.getKey() : null;
  }
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const links = selection.getNodes().filter($isRecordLink);
  const [link, ...others] = links;
  if (link === undefined || others.length > 0) return null;
  return selection.getTextContent() === link.getTextContent() ? link.getKey() : null;
}

/** Leaves the words of a link and takes away what it leads to. One step of undo. */
export function unlink(editor: LexicalEditor, key: NodeKey): void {
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      if (!$isInlineNode(node)) return;
      const text = $createTextNode(
        editor.getElementByKey(key)?.textContent ?? node.getTextContent(),
      );
      node.replace(text);
      text.selectEnd();
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

function $isRecordLink(node: LexicalNode | null | undefined): node is InlineNode {
  return $isInlineNode(node) && node.getInline().type === 'record-link';
}

function $beside({ anchor }: RangeSelection): LexicalNode[] {
  const node = anchor.getNode();
  const found =
    anchor.type === 'text'
      ? [
          anchor.offset === 0 ? node.getPreviousSibling() : null,
          anchor.offset === node.getTextContentSize() ? node.getNextSibling() : null,
        ]
      : $isElementNode(node)
        ? [node.getChildAtIndex(anchor.offset - 1), node.getChildAtIndex(anchor.offset)]
        : [];
  return found.filter((one) => one !== null);
}
