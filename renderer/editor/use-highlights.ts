import { useEffect } from 'react';
import type { LexicalEditor } from 'lexical';
import { findHits, type Range as Stretch } from '../../shared/text/find-hits.ts';

const NAME = 'editor-hit';
/** More marks than this help nobody and cost time to paint. */
const MAX_MARKS = 5_000;
const blockSelector = 'p, h2, h3, h4, h5, li';

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
  for (const block of root.querySelectorAll(blockSelector)) {
    // A list item that only holds a nested list has its text in that list's items.
    if (block.querySelector(blockSelector) !== null) continue;
    const texts = textsIn(block);
    const whole = texts.map(({ data }) => data).join('');
    for (const hit of whole === '' ? [] : findHits(whole, terms)) {
      if (ranges.length >= MAX_MARKS) return ranges;
      ranges.push(rangeOf(texts, hit));
    }
  }
  return ranges;
}

function textsIn(block: Element): Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) texts.push(node);
  }
  return texts;
}

function rangeOf(texts: readonly Text[], { start, end }: Stretch): Range {
  const range = document.createRange();
  let before = 0;
  for (const text of texts) {
    const after = before + text.length;
    if (start >= before && start < after) range.setStart(text, start - before);
    if (end > before && end <= after) range.setEnd(text, end - before);
    before = after;
  }
  return range;
}

/** Scrolls the first mark into view, if there is one. */
export function showFirstHit(root: Element, terms: readonly string[]): boolean {
  const [first] = rangesIn(root, terms);
  first?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  return first !== undefined;
}
