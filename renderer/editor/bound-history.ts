import type { HistoryState } from '@lexical/history';
import { $getRoot, $isTextNode, type EditorState } from 'lexical';

/** So many steps of undo are kept. */
export const MOST_UNDO_STEPS = 500;
/** They take at most about this much memory; in a very long text these are fewer steps. Bytes. */
export const MOST_UNDO_BYTES = 48_000_000;
/** What one character, one entry of a state's table of nodes, and one node take, as measured in the window. Bytes. */
const CHARACTER = 2;
const ENTRY = 24;
const NODE = 250;

/** Of states that have another after them: they and their followers do not change any more. */
const measured = new WeakMap<EditorState, number>();

/**
 * Forgets the oldest steps of undo until the rest takes at most `mostBytes`. A step is kept or forgotten as a whole; the
 * last one is always kept. What was undone is not counted: it was when it was done.
 */
export function boundHistory(history: HistoryState, mostBytes = MOST_UNDO_BYTES): void {
  const { undoStack, current } = history;
  const states = undoStack.map(({ editorState }) => editorState);
  if (current !== null) states.push(current.editorState);
  let bytes = 0;
  let from = undoStack.length;
  while (from > 0) {
    const state = states[from - 1];
    if (state === undefined) break;
    bytes += sizeInBytes(state, states[from], from < undoStack.length);
    if (bytes > mostBytes && from < undoStack.length) break;
    from -= 1;
  }
  undoStack.splice(0, from);
}

/** What a state holds alone: its text as one string, its table, and the nodes that the next state has not. */
function sizeInBytes(
  state: EditorState,
  next: EditorState | undefined,
  isLasting: boolean,
): number {
  const known = measured.get(state);
  if (known !== undefined) return known;
  let bytes = state._nodeMap.size * ENTRY;
  bytes += CHARACTER * state.read(() => $getRoot().getTextContentSize());
  for (const [key, node] of state._nodeMap) {
    if (next?._nodeMap.get(key) === node) continue;
    bytes += NODE + ($isTextNode(node) ? CHARACTER * node.__text.length : 0);
  }
  if (isLasting) measured.set(state, bytes);
  return bytes;
}
