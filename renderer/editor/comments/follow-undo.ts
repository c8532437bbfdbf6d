import { HISTORIC_TAG, HISTORY_MERGE_TAG, type LexicalEditor } from 'lexical';
import { placeLostMarks } from '../../../shared/comments/place-lost-marks.ts';
import { $markText, $runs, markedRunsOf } from './runs.ts';

/**
 * Undo goes back to a text as it was, also to one on which nobody had commented yet. A comment made since stays on its words, if they are in
 * that text: it is nothing that somebody wrote and could want to undo.
 */
export function registerFollowUndo(editor: LexicalEditor): () => void {
  return editor.registerUpdateListener(({ editorState, prevEditorState, tags }) => {
    if (!tags.has(HISTORIC_TAG)) return;
    const before = prevEditorState.read(() => markedRunsOf($runs()));
    if (before.every(({ marks }) => marks.length === 0)) return;
    const after = editorState.read(() => markedRunsOf($runs()));
    const lost = placeLostMarks(before, after, { isSameText: true });
    if (lost.length === 0) return;
    editor.update(
      () => {
        for (const { thread, run, start, end } of lost) {
          // Read anew for each: marking one cuts texts in parts.
          for (const piece of $runs()[run]?.pieces ?? []) {
            const from = Math.max(start - piece.start, 0);
            $markText(piece.node, from, Math.min(end, piece.end) - piece.start, thread);
          }
        }
      },
      { tag: HISTORY_MERGE_TAG },
    );
  });
}
