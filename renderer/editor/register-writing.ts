import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerList } from '@lexical/list';
import { registerRichText } from '@lexical/rich-text';
import { registerTablePlugin, registerTableSelectionObserver } from '@lexical/table';
import { mergeRegister, type LexicalEditor } from 'lexical';
import { boundHistory, MOST_UNDO_STEPS } from './bound-history.ts';
import { registerBlockCommands } from './block-commands.ts';
import { registerClipboard } from './clipboard.ts';
import { registerComposingBeside } from './compose-beside.ts';
import { registerFreshSelection } from './fresh-selection.ts';
import { registerSections } from './keep-sections.ts';
import { registerTypedNumbers } from './numbering/number-headings.ts';
import { registerColumnDragging } from './tables/drag-columns.ts';
import type { SectionHeading } from './nodes/section-node.ts';

/** Keystrokes within this many milliseconds are one step of undo. */
const UNDO_STEP_MS = 800;

/** Everything that happens while writing, apart from the toolbar. `sections` are those that must be there for ever. */
export function registerWriting(
  editor: LexicalEditor,
  sections: readonly SectionHeading[],
  recordId: string,
): () => void {
  return mergeRegister(
    registerRichText(editor),
    registerList(editor),
    registerTablePlugin(editor),
    registerTableSelectionObserver(editor),
    registerColumnDragging(editor),
    registerBlockCommands(editor),
    registerClipboard(editor, recordId),
    registerSections(editor, sections),
    registerFreshSelection(editor),
    registerComposingBeside(editor),
    registerTypedNumbers(editor),
  );
}

/** Undo reaches back to what the editor shows now, and no further than memory is steady. */
export function registerHistoryFrom(editor: LexicalEditor): () => void {
  const history = createEmptyHistoryState();
  history.current = { editor, editorState: editor.getEditorState() };
  let newest: unknown;
  let idle = 0;
  const bound = () => {
    idle = 0;
    if (history.undoStack.at(-1) === newest) return;
    boundHistory(history);
    newest = history.undoStack.at(-1);
  };
  // At leisure: not between a key and its letter on the screen.
  const follow = () => {
    if (idle === 0) idle = requestIdleCallback(bound, { timeout: 1_000 });
  };
  const stop = registerHistory(editor, history, UNDO_STEP_MS, Date.now, follow, MOST_UNDO_STEPS);
  return () => {
    cancelIdleCallback(idle);
    stop();
  };
}
