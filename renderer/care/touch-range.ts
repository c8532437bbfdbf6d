import {
  $createRangeSelection,
  $getNearestNodeFromDOMNode,
  $isTextNode,
  $setSelection,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical';

/** Selects what a range of the screen covers and brings it into view. */
export function selectRange(editor: LexicalEditor, range: Range): void {
  editor.update(
    () => {
      const selection = $selectionOf(range);
      if (selection !== null) $setSelection(selection);
    },
    { discrete: true },
  );
  editor.focus();
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}

/** Writes in place of what a range covers, if it still is text. One step of undo. */
export function replaceRange(editor: LexicalEditor, range: Range, text: string): void {
  editor.update(
    () => {
      const selection = $selectionOf(range);
      if (selection === null) return;
      $setSelection(selection);
      selection.insertText(text);
    },
    { discrete: true, tag: 'history-push' },
  );
  editor.focus();
}

function $selectionOf(range: Range): RangeSelection | null {
  const start = $getNearestNodeFromDOMNode(range.startContainer);
  const end = $getNearestNodeFromDOMNode(range.endContainer);
  if (!$isTextNode(start) || !$isTextNode(end)) return null;
  const selection = $createRangeSelection();
  selection.anchor.set(start.getKey(), range.startOffset, 'text');
  selection.focus.set(end.getKey(), range.endOffset, 'text');
  return selection;
}
