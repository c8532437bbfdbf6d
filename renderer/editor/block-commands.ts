import {
  $isListItemNode,
  $isListNode,
  $removeList,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
} from '@lexical/list';
import {
  $createHeadingNode,
  $createQuoteNode,
  $isHeadingNode,
  $isQuoteNode,
} from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $findTableNode, INSERT_TABLE_COMMAND } from '@lexical/table';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isParagraphNode,
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
  type ElementNode,
  type LexicalEditor,
} from 'lexical';
import { MAX_LIST_DEPTH } from '../../shared/document/tree.ts';
import { pressed, type ShortcutId } from '../app/shortcuts/shortcuts.ts';
import {
  $isNumbered,
  $number,
  $selectedHeadings,
  toggleNumbered,
} from './numbering/number-headings.ts';
import { $isInTable, changeTable } from './table-commands.ts';
import { headingTags } from './to-lexical.ts';

export type BlockKind =
  | 'paragraph'
  | 'heading-1'
  | 'heading-2'
  | 'heading-3'
  | 'quote'
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
      const wasPlain = $isHeadingKind($blockKind()) && !$isNumbered();
      $setBlocksType($getSelection(), () => $newBlock(next));
      // Headings are numbered unless somebody took the number off.
      if ($isHeadingKind(next) && !wasPlain) $selectedHeadings().forEach($number);
    }
  });
}

const $isHeadingKind = (kind: BlockKind): kind is keyof typeof headingKinds => kind in headingKinds;

function $newBlock(kind: 'paragraph' | 'quote' | keyof typeof headingKinds): ElementNode {
  if (kind === 'paragraph') return $createParagraphNode();
  if (kind === 'quote') return $createQuoteNode();
  return $createHeadingNode(headingTags[headingKinds[kind]]);
}

export type Alignment = 'left' | 'center' | 'right';

/** Aligns the selected paragraphs; nothing else can be. */
export function align(editor: LexicalEditor, alignment: Alignment): void {
  editor.update(() => {
    const selection = $getSelection();
    const nodes = selection?.getNodes() ?? [];
    for (const node of nodes) {
      const block = $findMatchingParent(node, $isParagraphNode);
      if ($isParagraphNode(block)) block.setFormat(alignment === 'left' ? '' : alignment);
    }
  });
}

/** How the paragraph is aligned that the selection starts in; null elsewhere. */
export function $alignment(): Alignment | null {
  const [first] = $getSelection()?.getNodes() ?? [];
  const block = first === undefined ? null : $findMatchingParent(first, $isParagraphNode);
  if (!$isParagraphNode(block)) return null;
  const format = block.getFormatType();
  return format === 'center' || format === 'right' ? format : 'left';
}

/** The kind of block the selection starts in. */
export function $blockKind(): BlockKind {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return 'paragraph';
  const anchor = selection.anchor.getNode();
  const item = $findMatchingParent(anchor, $isListItemNode);
  const list = item?.getParent();
  if ($isListNode(list)) return list.getListType() === 'number' ? 'ordered' : 'bullet';
  if ($findMatchingParent(anchor, $isQuoteNode) !== null) return 'quote';
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

/** Only what a document can keep: bold, alignment of paragraphs, and lists indented with Tab. */
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
        const action = actionOf(event, editor);
        if (action === null) return false;
        event.preventDefault();
        action();
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

const kinds = {
  paragraph: 'paragraph',
  heading1: 'heading-1',
  heading2: 'heading-2',
  heading3: 'heading-3',
  quote: 'quote',
  ordered: 'ordered',
  bullet: 'bullet',
} as const satisfies Partial<Record<ShortcutId, BlockKind>>;
const alignments = { alignLeft: 'left', alignCenter: 'center', alignRight: 'right' } as const;

/** What a key does to the blocks, if anything. */
function actionOf(event: KeyboardEvent, editor: LexicalEditor): (() => void) | null {
  for (const change of ['widerColumn', 'narrowerColumn'] as const) {
    if (pressed(event, change) && $isInTable()) return () => changeTable(editor, change);
  }
  if (pressed(event, 'numbering')) return () => toggleNumbered(editor);
  for (const [id, alignment] of entriesOf(alignments)) {
    if (pressed(event, id)) return () => align(editor, alignment);
  }
  for (const [id, kind] of entriesOf(kinds)) {
    if (pressed(event, id)) return () => setBlockKind(editor, kind);
  }
  return null;
}

const entriesOf = <T extends object>(object: T) =>
  Object.entries(object) as { [K in keyof T]: [K, T[K]] }[keyof T][];
