import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type TextNode,
} from 'lexical';
import { $markText, $runs, $threadsOn } from './runs.ts';

type Stretch = { key: NodeKey; from: number; to: number };
/** Words that a comment is to be about. `isOneLine`: a suggestion can take their place. */
export type Passage = { text: string; isOneLine: boolean; stretches: readonly Stretch[] };

/** What is selected; with nothing selected the sentence around the caret. Null without any text. */
export function $passageNow(): Passage | null {
  const selection = $getSelection();
  if (selection === null) return null;
  const texts = selection.getNodes().filter($isTextNode);
  const stretches =
    $isRangeSelection(selection) && selection.isCollapsed()
      ? $sentenceAt(selection.anchor.getNode(), selection.anchor.offset)
      : texts.map((node) => $stretchOf(node));
  const told = stretches.filter(({ from, to }) => from < to);
  const lines = new Map<string, string>();
  for (const { key, from, to } of told) {
    const node = $getNodeByKey(key);
    const line = node?.getParent()?.getKey();
    if (node === null || line === undefined) continue;
    lines.set(line, (lines.get(line) ?? '') + node.getTextContent().slice(from, to));
  }
  const text = [...lines.values()].join('\n');
  return text.trim() === '' ? null : { text, isOneLine: lines.size === 1, stretches: told };
}

function $stretchOf(node: TextNode): Stretch {
  const key = node.getKey();
  const size = node.getTextContentSize();
  const points = $getSelection()?.getStartEndPoints() ?? null;
  const isBackward = $getSelection()?.isBackward() === true;
  const [start, end] = isBackward ? (points ?? []).toReversed() : (points ?? []);
  return {
    key,
    from: start?.key === key && start.type === 'text' ? start.offset : 0,
    to: end?.key === key && end.type === 'text' ? end.offset : size,
  };
}

const endsSentence = /[。！？；!?;]/u;

function $sentenceAt(node: LexicalNode, offset: number): Stretch[] {
  if (!$isTextNode(node)) return [];
  const text = node.getTextContent();
  let from = offset;
  while (from > 0 && !endsSentence.test(text[from - 1] ?? '')) from -= 1;
  let to = offset;
  while (to < text.length && !endsSentence.test(text[to] ?? '')) to += 1;
  return [{ key: node.getKey(), from, to: Math.min(to + 1, text.length) }];
}

/** Puts the thread on its words. No step of undo: it changes nothing that was written. */
export function markPassage(editor: LexicalEditor, passage: Passage, thread: string): void {
  editor.update(
    () => {
      for (const { key, from, to } of passage.stretches) {
        const node = $getNodeByKey(key);
        if ($isTextNode(node)) $markText(node, from, to, thread);
      }
      // What stays selected, the next key would write over.
      const [last] = $nodesOf(thread).slice(-1);
      if ($isRangeSelection($getSelection())) last?.selectEnd();
    },
    { discrete: true, tag: HISTORY_MERGE_TAG },
  );
}

/**
 * Puts a suggestion in the place of its passage as one step of undo; empty, it takes the passage out. What stands within it and is no
 * text (a footnote, a link) stays. Answers whether it could: the passage must be there, in one line, and nothing being composed.
 */
export function acceptSuggestion(editor: LexicalEditor, thread: string, text: string): boolean {
  if (editor.isComposing()) return false;
  let isDone = false;
  editor.update(
    () => {
      const nodes = $nodesOf(thread);
      const [first, ...others] = nodes;
      if (first === undefined || !isOneLine(nodes)) return;
      for (const node of others) node.remove();
      if (text === '') {
        first.selectPrevious();
        first.remove();
      } else {
        first.setTextContent(text.replaceAll('\n', ' '));
        first.selectEnd();
      }
      isDone = true;
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  return isDone;
}

export function $nodesOf(thread: string): TextNode[] {
  return $runs().flatMap(({ pieces }) =>
    pieces.filter(({ threads }) => threads.includes(thread)).map(({ node }) => node),
  );
}

const isOneLine = (nodes: readonly TextNode[]) =>
  new Set(nodes.map((node) => node.getParent()?.getKey())).size === 1;

/** The threads where the caret is. */
export function $threadsAtCaret(): readonly string[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return [];
  const node = selection.anchor.getNode();
  return $isTextNode(node) ? $threadsOn(node) : [];
}

/** The caret goes to the beginning of the passage, which comes into view. */
export function goToPassage(editor: LexicalEditor, thread: string): boolean {
  const key = editor.read(() => $nodesOf(thread)[0]?.getKey());
  const element = key === undefined ? null : editor.getElementByKey(key);
  if (key === undefined || element === null) return false;
  element.scrollIntoView({ block: 'center' });
  editor.getRootElement()?.focus({ preventScroll: true });
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      // Behind its first character: before it the caret would stand in the text before.
      if ($isTextNode(node)) node.select(1, 1);
    },
    { discrete: true },
  );
  return true;
}
