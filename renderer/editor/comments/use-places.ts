import { useEffect, useEffectEvent, useState } from 'react';
import type { LexicalEditor, NodeKey } from 'lexical';
import { $nodesOf, $threadsAtCaret, acceptSuggestion, goToPassage } from './passage.ts';
import {
  activeThread,
  setActiveThread,
  setOpenText,
  useActiveThread,
  type Place,
} from './places.ts';
import { $runs } from './runs.ts';

const REST_IN_MS = 300;
const NAME = 'editor-comment';
const NAME_NOW = 'editor-comment-now';

/** A line of the screen with comments, measured from the top of the text's frame, in pixels. */
export type CommentedLine = {
  top: number;
  right: number;
  threads: readonly string[];
  text: string;
};
type Found = Place & { keys: NodeKey[]; lines: Set<NodeKey | undefined> };

/**
 * Tells the panel where the threads are, and underlines the open ones by the CSS Custom Highlight API. It looks after a rest in the writing,
 * never while the input method composes, and touches neither the document nor the page's own nodes.
 */
export function usePlaces(
  editor: LexicalEditor,
  recordId: string,
  open: ReadonlySet<string>,
): readonly CommentedLine[] {
  const [lines, setLines] = useState<readonly CommentedLine[]>([]);
  const active = useActiveThread()?.thread ?? null;
  const look = useEffectEvent(() => {
    const found = editor.getEditorState().read($places);
    setOpenText({
      recordId,
      places: found.map(({ thread, text, isOneLine }) => ({ thread, text, isOneLine })),
      show: (thread) => goToPassage(editor, thread),
      accept: (thread, text) => acceptSuggestion(editor, thread, text),
    });
    const shown = found.filter(({ thread }) => open.has(thread) || thread === active);
    paint(editor, shown, active);
    setLines(linesOf(editor, shown));
  });
  useEffect(() => {
    const soon = setTimeout(look);
    return () => clearTimeout(soon);
  }, [open, active]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => (editor.isComposing() ? later() : look()), REST_IN_MS);
    };
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) later();
    });
    const sizes = new ResizeObserver(later);
    const root = editor.getRootElement();
    if (root !== null) sizes.observe(root);
    later();
    return () => {
      stop();
      sizes.disconnect();
      clearTimeout(timer);
      CSS.highlights.delete(NAME);
      CSS.highlights.delete(NAME_NOW);
      setOpenText(null);
      setActiveThread(null);
    };
  }, [editor]);
  return lines;
}

function $places(): Found[] {
  const found = new Map<string, Found>();
  for (const { pieces } of $runs()) {
    for (const { node, threads } of pieces) {
      for (const thread of threads) {
        const line = node.getParent()?.getKey();
        const known = found.get(thread) ?? {
          thread,
          text: '',
          isOneLine: true,
          keys: [],
          lines: new Set(),
        };
        const isNewLine = known.text !== '' && !known.lines.has(line);
        known.text += `${isNewLine ? '\n' : ''}${node.getTextContent()}`;
        known.lines.add(line);
        known.isOneLine = known.lines.size === 1;
        known.keys.push(node.getKey());
        found.set(thread, known);
      }
    }
  }
  return [...found.values()];
}

function paint(editor: LexicalEditor, found: readonly Found[], active: string | null): void {
  const ranges: Range[] = [];
  const now: Range[] = [];
  for (const { thread, keys } of found) {
    for (const range of rangesOf(editor, keys)) (thread === active ? now : ranges).push(range);
  }
  CSS.highlights.set(NAME, new Highlight(...ranges));
  CSS.highlights.set(NAME_NOW, new Highlight(...now));
}

function rangesOf(editor: LexicalEditor, keys: readonly NodeKey[]): Range[] {
  return keys.flatMap((key) => {
    const element = editor.getElementByKey(key);
    if (element === null) return [];
    const range = document.createRange();
    range.selectNodeContents(element);
    return [range];
  });
}

/** Comments that begin on one line of the screen share a mark in the margin. */
function linesOf(editor: LexicalEditor, found: readonly Found[]): CommentedLine[] {
  const root = editor.getRootElement();
  const frame = root?.parentElement?.getBoundingClientRect();
  if (root === null || frame === undefined) return [];
  const right = frame.right - root.getBoundingClientRect().right;
  const lines: { top: number; right: number; threads: string[]; text: string }[] = [];
  for (const { thread, keys, text } of found) {
    const [first] = keys;
    const element = first === undefined ? null : editor.getElementByKey(first);
    const place = element?.getClientRects()[0];
    if (place === undefined) continue;
    const top = Math.round(place.top - frame.top);
    const same = lines.find((line) => Math.abs(line.top - top) < 16);
    if (same === undefined) lines.push({ top, right, threads: [thread], text });
    else same.threads.push(thread);
  }
  return lines;
}

/** To the next open comment in the text, after the one that was looked at or the caret is in; round and round. */
export function stepToThread(editor: LexicalEditor, open: ReadonlySet<string>, by: 1 | -1): void {
  const order = editor
    .read($places)
    .map(({ thread }) => thread)
    .filter((id) => open.has(id));
  if (order.length === 0) return;
  const here = editor.read($threadsAtCaret).find((id) => open.has(id)) ?? activeThread();
  const at = here === null ? -1 : order.indexOf(here);
  const next = at === -1 ? (by === 1 ? 0 : order.length - 1) : at + by;
  const thread = order[(next + order.length) % order.length];
  if (thread === undefined || editor.read(() => $nodesOf(thread)).length === 0) return;
  setActiveThread(thread);
  goToPassage(editor, thread);
}
