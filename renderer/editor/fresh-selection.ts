import {
  $createRangeSelectionFromDom,
  $getEditor,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  registerEventListeners,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical';

/**
 * Browsers tell of a moved caret in an event of its own, and under load the next key, which has priority, overtakes it:
 * End and Backspace pressed quickly then delete where the caret was before. Characters are safe, for their event
 * brings the caret along; for keys and the clipboard the selection is taken from the page before they are acted upon. A click overtakes
 * it too: while a picture is selected the editor would then forget where the caret was put, and what is typed would go to the
 * beginning of the document.
 */
export function registerFreshSelection(editor: LexicalEditor): () => void {
  const refresh = (event: KeyboardEvent | ClipboardEvent) => {
    const isComposing =
      editor.isComposing() ||
      (event instanceof KeyboardEvent && (event.isComposing || event.key === 'Process'));
    const fresh = isComposing ? null : editor.read($selectionOnPage);
    if (fresh !== null) editor.update(() => $setSelection(fresh));
  };
  const followClick = (event: MouseEvent) => {
    const fresh = editor.read(() => $caretClicked(event));
    if (fresh !== null) editor.update(() => $setSelection(fresh));
  };
  return editor.registerRootListener((root) => {
    if (root === null) return undefined;
    const listeners = {
      keydown: refresh,
      copy: refresh,
      cut: refresh,
      paste: refresh,
      click: followClick,
    };
    return registerEventListeners(root, listeners, { capture: true });
  });
}

/** The selection as the page has it, if that is another than the editor thinks. */
function $selectionOnPage(): RangeSelection | null {
  const known = $getSelection();
  if (!$isRangeSelection(known)) return null;
  const fresh = $createRangeSelectionFromDom(getSelection(), $getEditor());
  if (fresh === null) return null;
  if (fresh.anchor.is(known.anchor) && fresh.focus.is(known.focus)) return null;
  const anchor = fresh.anchor.getNode();
  fresh.format = $isTextNode(anchor) ? anchor.getFormat() : anchor.getTextFormat();
  return fresh;
}

/** Where a click put the caret, if a picture or a mark is selected and the click was on text. */
function $caretClicked({ target }: MouseEvent): RangeSelection | null {
  if (!$isNodeSelection($getSelection())) return null;
  if (!(target instanceof Element) || target.closest('[contenteditable="false"]') !== null)
    return null;
  return $createRangeSelectionFromDom(getSelection(), $getEditor());
}
