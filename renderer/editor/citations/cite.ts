import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_DOWN_COMMAND,
  type BaseSelection,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { CitedItems } from '../../../shared/document/citations.ts';
import { $createCitationNode, $isCitationNode, type CitationNode } from '../nodes/citation-node.ts';

/** What the picker works on: a new citation where the caret was, or one that is there. */
export type Citing = { at: BaseSelection | null; key: string | null; items: CitedItems };

/** What to work on when one asks to cite: the citation right before the caret, else a new one. [1][2] is written [1-2]. */
export function citingNow(editor: LexicalEditor): Citing {
  return editor.getEditorState().read(() => {
    const before = $citationBefore();
    if (before !== null) return { at: null, key: before.getKey(), items: before.getItems() };
    return { at: $getSelection()?.clone() ?? null, key: null, items: [] };
  });
}

/** The citation of an element on the page. */
export function citingAt(editor: LexicalEditor, key: string): Citing | null {
  return editor.getEditorState().read(() => {
    const node = $getNodeByKey(key);
    return $isCitationNode(node) ? { at: null, key, items: node.getItems() } : null;
  });
}

/** Puts the citation in; no sources take it away. One step of undo. */
export function cite(editor: LexicalEditor, { at, key }: Citing, items: CitedItems): void {
  editor.update(
    () => {
      const node = key === null ? null : $getNodeByKey(key);
      if ($isCitationNode(node)) $change(node, items);
      else if (items.length > 0) $insert(at, items);
    },
    { discrete: true },
  );
}

function $change(node: CitationNode, items: CitedItems): void {
  if (items.length === 0) {
    node.selectPrevious();
    node.remove();
    return;
  }
  node.setItems(items).selectNext();
}

function $insert(at: BaseSelection | null, items: CitedItems): void {
  $setSelection(at?.clone() ?? null);
  if ($getSelection() === null) $selectLastLine();
  $insertNodes([$createCitationNode(items)]);
}

function $citationBefore(): CitationNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { anchor } = selection;
  const node = anchor.getNode();
  let before: LexicalNode | null = null;
  if (anchor.type === 'text') before = anchor.offset === 0 ? node.getPreviousSibling() : null;
  else if ($isElementNode(node)) before = node.getChildAtIndex(anchor.offset - 1);
  return $isCitationNode(before) ? before : null;
}

/** Nobody has put the caret anywhere yet. */
function $selectLastLine(): void {
  const section = $getRoot().getLastChild();
  const line = $isElementNode(section) ? section.getLastChild() : null;
  if ($isElementNode(line)) line.selectEnd();
}

/** Ctrl+Alt+C cites. What an input method composes is its own. */
export function registerCiting(editor: LexicalEditor, onCite: () => void): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      const isShortcut =
        (event.ctrlKey || event.metaKey) &&
        event.altKey &&
        !event.shiftKey &&
        event.code === 'KeyC';
      if (!isShortcut || event.isComposing) return false;
      event.preventDefault();
      onCite();
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}
