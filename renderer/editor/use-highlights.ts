import { useEffect } from 'react';
import type { LexicalEditor } from 'lexical';
import { findHits } from '../../shared/text/find-hits.ts';
import { rangeOf, textBlocksIn } from './text-blocks.ts';

const NAME = 'editor-hit';
/** More marks than this help nobody and cost time to paint. */
const MAX_MARKS = 5_000;

/**
 * Marks the terms in what the editor shows by the CSS Custom Highlight API: the document itself is not touched, so
 * writing, undo and the input method never notice. Marks follow an edit after a moment's rest.
 */
export function useHighlights(editor: LexicalEditor, terms: readonly string[]): void {
  useEffect(() => {
    if (terms.length === 0) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const mark = () => {
      const root = editor.getRootElement();
      if (root !== null) CSS.highlights.set(NAME, new Highlight(...rangesIn(root, terms)));
    };
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(mark, 250);
    });
    mark();
    return () => {
      stop();
      clearTimeout(timer);
      CSS.highlights.delete(NAME);
    };
  }, [editor, terms]);
}

/** The ranges of the terms, in the order of the document; a term may go through bold and plain text. */
export function rangesIn(root: Element, terms: readonly string[]): Range[] {
  const ranges: Range[] = [];
  for (const block of textBlocksIn(root)) {
    for (const hit of findHits(block.text, terms)) {
      if (ranges.length >= MAX_MARKS) return ranges;
      ranges.push(rangeOf(block, hit));
    }
  }
  return ranges;
}

/** Scrolls the first mark into view, if there is one. */
export function showFirstHit(root: Element, terms: readonly string[]): boolean {
  const [first] = rangesIn(root, terms);
  first?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  return first !== undefined;
}
