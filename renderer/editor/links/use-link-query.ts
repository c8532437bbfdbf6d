import { type LexicalEditor } from 'lexical';
import { useCallback, useEffect, useState } from 'react';
import { $linkQuery, type LinkQuery } from './link-query.ts';

/** The question being asked in the text, and where its first character is on the screen. */
export type AskedLink = { query: LinkQuery | null; place: DOMRect | null; close: () => void };

/**
 * A question begins when `@` or `[[` is typed, and goes on while one types behind it. An old one that the caret only comes
 * by, or that was put away with Escape, asks nothing. While the input method composes everything waits.
 */
export function useLinkQuery(editor: LexicalEditor): AskedLink {
  const [asked, setAsked] = useState<{ query: LinkQuery; place: DOMRect } | null>(null);
  const close = useCallback(() => setAsked(null), []);
  const isOpen = asked !== null;
  useEffect(() => {
    let isAsking = isOpen;
    const look = (isTyped: boolean) => {
      if (editor.isComposing()) return;
      const query = editor.getEditorState().read($linkQuery);
      const goesOn = query !== null && (isAsking || (isTyped && query.text === ''));
      const place = goesOn ? placeOf(editor, query) : null;
      if (goesOn && place !== null) setAsked({ query, place });
      else if (isAsking) setAsked(null);
      isAsking = goesOn && place !== null;
    };
    const stop = editor.registerUpdateListener(({ dirtyLeaves, tags }) => {
      if (isAsking || (dirtyLeaves.size > 0 && !tags.has('historic'))) look(dirtyLeaves.size > 0);
    });
    const follow = () => {
      if (isAsking) look(false);
    };
    // What stands above may grow, and the line moves.
    const watch = new ResizeObserver(follow);
    const root = editor.getRootElement();
    if (isAsking && root !== null) {
      window.addEventListener('scroll', follow, { capture: true, passive: true });
      for (const body of root.querySelectorAll('.editor-section')) watch.observe(body);
    }
    return () => {
      stop();
      watch.disconnect();
      window.removeEventListener('scroll', follow, { capture: true });
    };
  }, [editor, isOpen]);
  return { query: asked?.query ?? null, place: asked?.place ?? null, close };
}

function placeOf(editor: LexicalEditor, { key, start }: LinkQuery): DOMRect | null {
  const text = editor.getElementByKey(key)?.firstChild;
  if (!(text instanceof Text) || text.length <= start) return null;
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, start + 1);
  return range.getBoundingClientRect();
}
