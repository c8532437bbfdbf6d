import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { Match } from './find-in-texts.ts';

/** Stands for a footnote, a citation or a link, so that a text with one in its middle is not found and not lost. */
const THING = '\uFFFC';
type Piece = { key: NodeKey; start: number; length: number; isText: boolean };
/** A line of the document with the nodes that it is made of. */
export type BlockText = { text: string; pieces: readonly Piece[] };

/** Every line of text, in the order of the document. */
export function $blockTexts(): BlockText[] {
  const blocks: BlockText[] = [];
  const visit = (element: ElementNode) => {
    const children = element.getChildren();
    if (children.some(isInLine)) blocks.push($blockText(children.filter(isInLine)));
    for (const child of children) if ($isElementNode(child) && !child.isInline()) visit(child);
  };
  visit($getRoot());
  return blocks;
}

const isInLine = (node: LexicalNode) =>
  $isTextNode(node) || $isLineBreakNode(node) || (!$isElementNode(node) && node.isInline());

function $blockText(nodes: readonly LexicalNode[]): BlockText {
  let text = '';
  const pieces = nodes.map((node): Piece => {
    const start = text.length;
    const isText = $isTextNode(node);
    text += isText ? node.getTextContent() : $isLineBreakNode(node) ? '\n' : THING;
    return { key: node.getKey(), start, length: text.length - start, isText };
  });
  return { text, pieces };
}

/** Puts the replacements in. What is found last must come first, or the places of the others would be wrong. */
export function $replaceMatches(blocks: readonly BlockText[], matches: readonly Match[]): void {
  const backwards = matches.toSorted(
    (one, other) => other.block - one.block || other.start - one.start,
  );
  for (const match of backwards) {
    const block = blocks[match.block];
    if (block !== undefined) $replace(block, match);
  }
}

/** The replacement looks like the beginning of what it replaces. Footnotes, citations and links in between stay. */
function $replace({ pieces }: BlockText, { start, end, replacement }: Match): void {
  let added = replacement;
  for (const piece of pieces) {
    const from = Math.max(start - piece.start, 0);
    const to = Math.min(end - piece.start, piece.length);
    if (from >= to) continue;
    const node = $getNodeByKey(piece.key);
    if ($isLineBreakNode(node)) node.remove();
    if (!$isTextNode(node)) continue;
    const text = node.getTextContent();
    const next = text.slice(0, from) + added + text.slice(to);
    added = '';
    if (next === '') node.remove();
    else node.setTextContent(next);
  }
}

/** Where a match stands on the page; null when it is not drawn. */
export function rangeOfMatch(
  editor: LexicalEditor,
  block: BlockText,
  { start, end }: Match,
): Range | null {
  const texts = block.pieces.filter(({ isText }) => isText);
  const first = texts.find((piece) => start >= piece.start && start < piece.start + piece.length);
  const last = texts.find((piece) => end > piece.start && end <= piece.start + piece.length);
  if (first === undefined || last === undefined) return null;
  const [from, to] = [textIn(editor, first.key), textIn(editor, last.key)];
  const [at, until] = [start - first.start, end - last.start];
  if (from === null || to === null || at > from.length || until > to.length) return null;
  const range = document.createRange();
  range.setStart(from, at);
  range.setEnd(to, until);
  return range;
}

function textIn(editor: LexicalEditor, key: NodeKey): Text | null {
  const element = editor.getElementByKey(key);
  if (element === null) return null;
  const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  return node instanceof Text ? node : null;
}
