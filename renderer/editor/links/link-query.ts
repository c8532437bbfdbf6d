import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { $createInlineNode } from '../nodes/inline-node.ts';

/** What asks for a link, and what was typed after it: from `start` to the caret in one text node. */
export type LinkQuery = { key: NodeKey; start: number; trigger: string; text: string };

const LONGEST = 40;
/** With Chinese punctuation an input method writes 【 for [. An address (a@b) asks for nothing. */
const asking = /(\[\[|【【|(?<![\w.+-])[@＠])([^[\]【】@＠\n]*)$/u;

/** The question before the caret, if there is one. */
export function $linkQuery(): LinkQuery | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { anchor } = selection;
  const node = anchor.getNode();
  if (anchor.type !== 'text' || !$isTextNode(node)) return null;
  const from = Math.max(0, anchor.offset - LONGEST - 3);
  return questionIn(node.getTextContent().slice(from, anchor.offset), node.getKey(), from);
}

/** The same in plain text that ends at the caret and begins at `from` of the whole. */
export function questionIn(before: string, key: NodeKey, from: number): LinkQuery | null {
  const match = asking.exec(before);
  if (match === null) return null;
  const [, trigger = '', text = ''] = match;
  return text.length > LONGEST ? null : { key, start: from + match.index, trigger, text };
}

/** Puts a link in place of the question. One step of undo. */
export function answerQuery(
  editor: LexicalEditor,
  { key, start, trigger, text }: LinkQuery,
  target: { id: string; title: string },
): void {
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      const end = start + trigger.length + text.length;
      // Somebody else (an undo) may have changed the line meanwhile.
      if (!$isTextNode(node) || node.getTextContent().slice(start, end) !== trigger + text) return;
      node
        .select(start, end)
        .insertNodes([
          $createInlineNode({ type: 'record-link', recordId: target.id, text: target.title }),
        ]);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}
