import type { Range as Stretch } from '../../shared/text/find-hits.ts';

const blockSelector = 'p, h2, h3, h4, h5, li, blockquote, figcaption';

/** A block of text as it stands on the screen: its text nodes, and what they say together. */
export type TextBlock = { element: Element; texts: readonly Text[]; text: string };

/** The blocks with text in them, in the order of the document. */
export function textBlocksIn(root: Element): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const element of root.querySelectorAll(blockSelector)) {
    // A list item that only holds a nested list has its text in that list's items.
    if (element.querySelector(blockSelector) !== null) continue;
    const texts = textsIn(element);
    const text = texts.map(({ data }) => data).join('');
    if (text !== '') blocks.push({ element, texts, text });
  }
  return blocks;
}

function textsIn(block: Element): Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) texts.push(node);
  }
  return texts;
}

/** Where a stretch of a block's text stands; it may go through bold and plain text. */
export function rangeOf({ texts }: TextBlock, { start, end }: Stretch): Range {
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
