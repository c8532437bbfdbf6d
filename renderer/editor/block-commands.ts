import {
  $isListItemNode,
  $isListNode,
  $removeList,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
} from '@lexical/list';
import { $createHeadingNode, $isHeadingNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $findTableNode, INSERT_TABLE_COMMAND } from '@lexical/table';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  SET_TEXT_FORMAT_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { MAX_LIST_DEPTH } from '../../shared/document/tree.ts';
import { headingTags } from './to-lexical.ts';

export type BlockKind =
  | 'paragraph'
  | 'heading-1'
  | 'heading-2'
  | 'heading-3'
  | 'ordered'
  | 'bullet';

const headingKinds = { 'heading-1': 1, 'heading-2': 2, 'heading-3': 3 } as const;

/** Makes the selected blocks of a kind; asking again for the kind they have makes them paragraphs. Cells hold paragraphs only. */
export function setBlockKind(editor: LexicalEditor, kind: BlockKind): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || $findTableNode(selection.anchor.getNode())) return;
    const next = $blockKind() === kind ? 'paragraph' : kind;
    if (next === 'ordered') editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined);
    else if (next === 'bullet') editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined);
    else if ($isInList() && next === 'paragraph') $removeList();
    else {
      if ($isInList()) $removeList();
      $setBlocksType($getSelection(), () =>
        next === 'paragraph'
          ? $createParagraphNode()
          : $createHeadingNode(headingTags[headingKinds[next]]),
      );
    }
  });
}

/** The kind of block the selection starts in. */
export function $blockKind(): BlockKind {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return 'paragraph';
  const anchor = selection.anchor.getNode();
  const item = $findMatchingParent(anchor, $isListItemNode);
  const list = item?.getParent();
  if ($isListNode(list)) return list.getListType() === 'number' ? 'ordered' : 'bullet';
  const heading = $findMatchingParent(anchor, $isHeadingNode);
  if (!$isHeadingNode(heading)) return 'paragraph';
  const tag = heading.getTag();
  if (tag === headingTags[2]) return 'heading-2';
  return tag === headingTags[3] ? 'heading-3' : 'heading-1';
}

function $isInList(): boolean {
  const selection = $getSelection();
  return (
    $isRangeSelection(selection) &&
    $findMatchingParent(selection.anchor.getNode(), $isListItemNode) !== null
  );
}

export function insertTable(editor: LexicalEditor, rows: number, columns: number): void {
  editor.dispatchCommand(INSERT_TABLE_COMMAND, {
    rows: String(rows),
    columns: String(columns),
    includeHeaders: { rows: true, columns: false },
  });
}

/** Only what a document can keep: bold, and lists indented with Tab. */
export function registerBlockCommands(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => format !== 'bold',
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(SET_TEXT_FORMAT_COMMAND, () => true, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(FORMAT_ELEMENT_COMMAND, () => true, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      INDENT_CONTENT_COMMAND,
      () => !$isInList() || $isDeepest(),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(OUTDENT_CONTENT_COMMAND, () => !$isInList(), COMMAND_PRIORITY_CRITICAL),
    // Below the table's own handler, which moves between cells. Outside lists Tab leaves the text, so that the keyboard is never caught in it.
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        if (!$isInList()) return false;
        event.preventDefault();
        return editor.dispatchCommand(
          event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND,
          undefined,
        );
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const kind = event.isComposing ? undefined : kindOfShortcut(event);
        if (kind === undefined) return false;
        event.preventDefault();
        setBlockKind(editor, kind);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

function $isDeepest(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode);
  return $isListItemNode(item) && item.getIndent() >= MAX_LIST_DEPTH - 1;
}

/** Ctrl+Alt+0–3 for text and headings as in Word; Ctrl+Shift+7 and 8 for lists. By code, since the key depends on the layout. */
const altShortcuts: Record<string, BlockKind> = {
  Digit0: 'paragraph',
  Digit1: 'heading-1',
  Digit2: 'heading-2',
  Digit3: 'heading-3',
};
const shiftShortcuts: Record<string, BlockKind> = { Digit7: 'ordered', Digit8: 'bullet' };

function kindOfShortcut(event: KeyboardEvent): BlockKind | undefined {
  if (!event.ctrlKey && !event.metaKey) return undefined;
  if (event.altKey && !event.shiftKey) return altShortcuts[event.code];
  return event.shiftKey && !event.altKey ? shiftShortcuts[event.code] : undefined;
}
