import { COMMAND_PRIORITY_EDITOR, createCommand, type LexicalEditor } from 'lexical';

/** What the toolbar and shortcuts ask for and something else on the page does. */
export type Ask = 'comment' | 'footnote' | 'replace' | 'picture' | 'attachment-link';
const ASK = createCommand<Ask>('ask');

export function askFor(editor: LexicalEditor, what: Ask): void {
  editor.dispatchCommand(ASK, what);
}

export function onAsk(editor: LexicalEditor, does: (what: Ask) => boolean): () => void {
  return editor.registerCommand(ASK, does, COMMAND_PRIORITY_EDITOR);
}
