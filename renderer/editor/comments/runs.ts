import {
  $getRoot,
  $getState,
  $isElementNode,
  $isTextNode,
  $setState,
  type ElementNode,
  type TextNode,
} from 'lexical';
import type { Mark, MarkedRun } from '../../../shared/comments/place-lost-marks.ts';
import { marksState } from '../nodes/states.ts';
import { $isSectionNode } from '../nodes/section-node.ts';

/** A text of a run, where it lies in it, and the threads on it. */
export type Piece = { node: TextNode; start: number; end: number; threads: readonly string[] };
/** One line of inlines in the editor. */
export type Run = { section: string; text: string; pieces: readonly Piece[] };

const none: readonly string[] = [];

/** Everything written, in reading order. */
export function $runs(): Run[] {
  const runs: Run[] = [];
  for (const section of $getRoot().getChildren().filter($isSectionNode)) {
    $collect(section, section.getSectionId(), runs);
  }
  return runs;
}

function $collect(element: ElementNode, section: string, runs: Run[]): void {
  const pieces: Piece[] = [];
  let text = '';
  for (const child of element.getChildren()) {
    if ($isElementNode(child) && !child.isInline()) {
      $collect(child, section, runs);
      continue;
    }
    const start = text.length;
    text += child.getTextContent();
    if ($isTextNode(child)) {
      pieces.push({ node: child, start, end: text.length, threads: $threadsOn(child) });
    }
  }
  if (pieces.length > 0) runs.push({ section, text, pieces });
}

export function $threadsOn(node: TextNode): readonly string[] {
  const marks = $getState(node, marksState);
  return marks === '' ? none : marks.split(' ');
}

export function markedRunsOf(runs: readonly Run[]): MarkedRun[] {
  return runs.map(({ section, text, pieces }) => {
    const marks = new Map<string, Mark>();
    for (const { start, end, threads } of pieces) {
      for (const thread of threads) {
        marks.set(thread, { thread, start: marks.get(thread)?.start ?? start, end });
      }
    }
    return { section, text, marks: [...marks.values()] };
  });
}

/** Marks a text from one place of it to another. Its beginning and end become texts of their own. */
export function $markText(node: TextNode, from: number, to: number, thread: string): void {
  const end = Math.min(to, node.getTextContentSize());
  if (from >= end) return;
  const parts = node.splitText(from, end);
  const part = from === 0 ? parts[0] : parts[1];
  if (part === undefined) return;
  $setState(part, marksState, [...new Set([...$threadsOn(part), thread])].join(' '));
}
