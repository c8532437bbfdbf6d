import { useEffect } from 'react';
import { call, onEvent } from '../api/client.ts';
import { expectPlain } from './plain-next.ts';

/** Pastes the words that the clipboard has where the caret is. */
export function pasteAsText(): void {
  expectPlain();
  void call('window.pasteAsText', {}).catch(() => undefined);
}

/** The menu under the right button asks for it, too. */
export function usePasteAsText(): void {
  useEffect(() => onEvent('paste-as-text', pasteAsText), []);
}
