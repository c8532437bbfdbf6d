import { COMMAND_PRIORITY_EDITOR, createCommand, type LexicalEditor } from 'lexical';

const ASK_TO_CITE = createCommand<null>('ask-to-cite');

/** For the toolbar. */
export function askToCite(editor: LexicalEditor): void {
  editor.dispatchCommand(ASK_TO_CITE, null);
}

export function onCiteAsked(editor: LexicalEditor, onAsk: () => void): () => void {
  return editor.registerCommand(
    ASK_TO_CITE,
    () => {
      onAsk();
      return true;
    },
    COMMAND_PRIORITY_EDITOR,
  );
}
