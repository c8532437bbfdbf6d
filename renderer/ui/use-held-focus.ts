import { useLayoutEffect } from 'react';
import { getNearestEditorFromDOMNode } from 'lexical';

/** Dialogs that are open, one over the other. */
let open = 0;

/**
 * While a dialog is open the document takes no focus: the editor, which puts the caret back whenever it has something to
 * do, would take it from the dialog's field. Afterwards it goes back to where it was, unless it has gone somewhere else.
 */
export function useHeldFocus(): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    open += 1;
    holdDocument();
    return () => {
      open -= 1;
      holdDocument();
      setTimeout(() => giveBack(before));
    };
  }, []);
}

function holdDocument(): void {
  document.getElementById('document')?.toggleAttribute('inert', open > 0);
}

function giveBack(before: Element | null): void {
  const isTaken = document.activeElement !== null && document.activeElement !== document.body;
  if (isTaken || open > 0 || !(before instanceof HTMLElement) || !before.isConnected) return;
  const editor = before.isContentEditable ? getNearestEditorFromDOMNode(before) : null;
  // The editor knows where its caret was, the page does not any more.
  if (editor === null) before.focus({ preventScroll: true });
  else editor.focus(undefined, { defaultSelection: 'rootStart' });
}
