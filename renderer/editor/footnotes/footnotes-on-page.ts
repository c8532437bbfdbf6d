import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';
import { joinInlines } from '../../../shared/document/inlines.ts';
import { inlineText, type Inline, type RecordLink } from '../../../shared/document/tree.ts';
import { align } from '../../../shared/text/align.ts';
import { knownTitle } from '../../links/known-targets.ts';
import { $isInlineNode } from '../nodes/inline-node.ts';

export const FOOTNOTE_CLASS = 'editor-footnote';
type Note = Extract<Inline, { type: 'footnote' }>;
/** `text` is how it is shown and written: a link stands in it as `[[title]]`. */
export type FootnoteOnPage = { key: NodeKey; text: string; children: Note['children'] };

/** The footnotes in reading order. A live collection: looking at an empty one costs nothing. */
export function footnotesOn(editor: LexicalEditor): FootnoteOnPage[] {
  const marks = editor.getRootElement()?.getElementsByClassName(FOOTNOTE_CLASS);
  if (marks === undefined || marks.length === 0) return [];
  return editor.getEditorState().read(() =>
    [...marks].flatMap((mark) => {
      const key = mark instanceof HTMLElement ? (mark.dataset['key'] ?? '') : '';
      const node = $getNodeByKey(key);
      const inline = $isInlineNode(node) ? node.getInline() : null;
      if (inline?.type !== 'footnote') return [];
      const { children } = inline;
      return [{ key, text: writtenOf(children), children }];
    }),
  );
}

/** What a link of a note is called now. */
export const titleOf = ({ recordId, text }: RecordLink) => knownTitle(recordId) ?? text;

/** The same as it can stand between double brackets. */
const nameOf = (link: RecordLink) => titleOf(link).replaceAll(/[[\]]/gu, '');

function writtenOf(children: Note['children']): string {
  return children
    .map((child) => (child.type === 'record-link' ? `[[${nameOf(child)}]]` : inlineText([child])))
    .join('');
}

/**
 * A text as it is kept as a note: its lines parted by breaks, no white space around it. What it shares with the note before
 * stays as bold as it was. `[[title]]` is a link if one of `links` is called so, else what it says.
 */
export function noteOf(
  text: string,
  before: Note['children'] = [],
  links: readonly RecordLink[] = [],
): Note {
  const written = text.trim();
  const isBold = boldAgain(before, written);
  let place = 0;
  const children = written.split(/(\[\[[^[\]]+\]\])/u).flatMap((part): Inline[] => {
    const start = place;
    const characters = Array.from(part);
    place += characters.length;
    const link = links.find((one) => part === `[[${nameOf(one)}]]`);
    if (link !== undefined) return [link];
    return characters.map((character, at) => {
      if (character === '\n') return { type: 'line-break' };
      const look = isBold[start + at] === true ? { bold: true as const } : {};
      return { type: 'text', text: character, ...look };
    });
  });
  return { type: 'footnote', children: joinInlines(children) as Note['children'] };
}

/** Whether each character of the text is one of the note before that is bold. */
function boldAgain(before: Note['children'], text: string): boolean[] {
  const was = boldOf(before);
  const isBold: boolean[] = [];
  const [from, to] = [Array.from(writtenOf(before)), Array.from(text)];
  for (const match of align(from, to, { anchors: false })) {
    for (let i = 0; i < match.length; i += 1)
      isBold[match.after + i] = was[match.before + i] === true;
  }
  return isBold;
}

/** Whether each character of a note is bold. */
function boldOf(children: Note['children']): boolean[] {
  return children.flatMap((inline) => {
    const isBold = inline.type === 'text' && inline.bold === true;
    return Array.from(writtenOf([inline]), () => isBold);
  });
}
