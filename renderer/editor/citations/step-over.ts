import {
  $caretFromPoint,
  $getSelection,
  $isDecoratorNode,
  $isExtendableTextPointCaret,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';

/**
 * ← and → step over what is one thing in the line. Lexical takes a caret behind such a thing at the end of a section's first
 * block for one at the edge of the section, and leaves the section.
 */
export function registerStepOver(editor: LexicalEditor): () => void {
  const step = (event: KeyboardEvent, isBackward: boolean) => {
    const selection = $getSelection();
    if (event.shiftKey || !$isRangeSelection(selection) || !selection.isCollapsed()) return false;
    const caret = $caretFromPoint(selection.focus, isBackward ? 'previous' : 'next');
    if ($isExtendableTextPointCaret(caret)) return false;
    const [next] = caret;
    if (!$isDecoratorNode(next?.origin) || !next.origin.isInline()) return false;
    event.preventDefault();
    selection.modify('move', isBackward, 'character');
    return true;
  };
  return mergeRegister(
    editor.registerCommand(
      KEY_ARROW_LEFT_COMMAND,
      (event) => step(event, true),
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      KEY_ARROW_RIGHT_COMMAND,
      (event) => step(event, false),
      COMMAND_PRIORITY_LOW,
    ),
  );
}
