import type { LexicalEditor } from 'lexical';

/** Where something small may open beside the caret or the selection. */
export function placeOfCaret(editor: LexicalEditor): DOMRect {
  const selection = getSelection();
  const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const place = range?.getBoundingClientRect();
  if (place !== undefined && place.height > 0) return place;
  const node = range?.startContainer;
  const line = node instanceof Element ? node : node?.parentElement;
  return (line ?? editor.getRootElement() ?? document.body).getBoundingClientRect();
}
