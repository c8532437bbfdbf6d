import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';
import { inlineText, type Inline } from '../../../shared/document/tree.ts';
import { $isInlineNode } from '../nodes/inline-node.ts';

export const FOOTNOTE_CLASS = 'editor-footnote';
export type FootnoteOnPage = { key: NodeKey; text: string };

/** The footnotes in reading order. A live collection: looking at an empty one costs nothing. */
export function footnotesOn(editor: LexicalEditor): FootnoteOnPage[] {
  const marks = editor.getRootElement()?.getElementsByClassName(FOOTNOTE_CLASS);
  if (marks === undefined || marks.length === 0) return [];
  return editor.getEditorState().read(() =>
    [...marks].flatMap((mark) => {
      const key = mark instanceof HTMLElement ? (mark.dataset['key'] ?? '') : '';
      const node = $getNodeByKey(key);
      const inline = $isInlineNode(node) ? node.getInline() : null;
      return inline?.type === 'footnote' ? [{ key, text: inlineText(inline.children) }] : [];
    }),
  );
}

/** The text of a note as it is kept: its lines parted by breaks, no white space around it. */
export function noteOf(text: string): Extract<Inline, { type: 'footnote' }> {
  const lines = text.trim().split('\n');
  return {
    type: 'footnote',
    children: lines.flatMap((line, at) => [
      ...(at === 0 ? [] : [{ type: 'line-break' as const }]),
      ...(line === '' ? [] : [{ type: 'text' as const, text: line }]),
    ]),
  };
}
