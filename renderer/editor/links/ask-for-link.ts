import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';

/** For the toolbar: writes what asks for a link, behind what is selected. */
export function askForLink(editor: LexicalEditor): void {
  editor.focus(() => {
    editor.update(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      const { key, offset, type } = selection.isBackward() ? selection.anchor : selection.focus;
      selection.anchor.set(key, offset, type);
      selection.focus.set(key, offset, type);
      selection.insertText('[[');
    });
  });
}
