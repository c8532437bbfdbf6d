import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';
import { joinInlines } from '../../../shared/document/inlines.ts';
import { inlineText, type Inline } from '../../../shared/document/tree.ts';
import { align } from '../../../shared/text/align.ts';
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

type Note = Extract<Inline, { type: 'footnote' }>;

/**
 * A text as it is kept as a note: its lines parted by breaks, no white space around it. What it shares with the note before
 * stays as bold as it was.
 */
export function noteOf(text: string, before: Note['children'] = []): Note {
  const written = Array.from(text.trim());
  const was = boldOf(before);
  const isBold: boolean[] = [];
  for (const match of align(Array.from(inlineText(before)), written, { anchors: false })) {
    for (let i = 0; i < match.length; i += 1)
      isBold[match.after + i] = was[match.before + i] === true;
  }
  const children = written.map((character, place): Inline => {
    if (character === '\n') return { type: 'line-break' };
    return { type: 'text', text: character, ...(isBold[place] === true ? { bold: true } : {}) };
  });
  return { type: 'footnote', children: joinInlines(children) as Note['children'] };
}

/** Whether each character of a note is bold. */
function boldOf(children: Note['children']): boolean[] {
  return children.flatMap((inline) => {
    const isBold = inline.type === 'text' && inline.bold === true;
    return Array.from(inlineText([inline]), () => isBold);
  });
}
