import { $findCellNode, $isTableSelection } from '@lexical/table';
import {
  $addUpdateTag,
  $createRangeSelection,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  DELETE_CHARACTER_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  type LexicalEditor,
} from 'lexical';
import * as z from 'zod';
import { Block, paragraphsOf } from '../../shared/document/tree.ts';
import { blocksToHtml, blocksToText } from './blocks-to-html.ts';
import { paragraphsIn } from './from-lexical.ts';
import { htmlToBlocks } from './html-to-blocks.ts';
import { withCitationText } from './citations/citation-text.ts';
import { $selectedBlocks, $selectedNumbers, withNumbers } from './selected-blocks.ts';
import { $blockNode, $inlineNodes } from './to-lexical.ts';

/** Our own copies, block for block. What is read back is checked like anybody's. */
const OWN_TYPE = 'application/x-jianzhi-blocks+json';
const Blocks = z.array(Block).max(100_000);

/**
 * Copying, cutting, pasting and dropping go through the neutral blocks in both directions: foreign HTML is parsed to an
 * inert tree and mapped, never inserted, and Lexical's own clipboard format, which could name any node, is not read.
 */
export function registerClipboard(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      COPY_COMMAND,
      (event) => $copy(editor, event),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (!$copy(editor, event)) return false;
        $addUpdateTag(CUT_TAG);
        $removeSelected(editor);
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data = dataOf(event);
        if (data === null || $getSelection() === null) return false;
        event.preventDefault();
        $addUpdateTag(PASTE_TAG);
        $insertBlocks(editor, blocksIn(data));
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    // What the browser inserts by itself: a correction of the spelling, a drop.
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (payload) => {
        if (typeof payload === 'string' || payload.dataTransfer === null) return false;
        $insertBlocks(editor, blocksIn(payload.dataTransfer));
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    registerDragging(editor),
  );
}

/** Text is not dragged within the document (a slip of the hand moves paragraphs unseen); what is dropped on it is pasted there. */
function registerDragging(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      DRAGSTART_COMMAND,
      (event) => {
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        event.preventDefault();
        const data = event.dataTransfer;
        if (data === null || !editor.isEditable()) return true;
        const blocks = blocksIn(data);
        if (blocks.length > 0 && $selectAtPoint(event)) $insertBlocks(editor, blocks);
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

function $selectAtPoint(event: DragEvent): boolean {
  const range = document.caretRangeFromPoint(event.clientX, event.clientY);
  if (range === null) return false;
  const selection = $createRangeSelection();
  selection.applyDOMRange(range);
  $setSelection(selection);
  return true;
}

function $copy(editor: LexicalEditor, event: ClipboardEvent | KeyboardEvent | null): boolean {
  if (!(event instanceof ClipboardEvent) || event.clipboardData === null) return false;
  const selection = $getSelection();
  event.preventDefault();
  if (selection === null || selection.isCollapsed()) return true;
  const blocks = $selectedBlocks(selection);
  const shown = withNumbers(blocks, $selectedNumbers(selection)).map((block) =>
    withCitationText(block, editor),
  );
  event.clipboardData.setData('text/plain', blocksToText(shown));
  event.clipboardData.setData('text/html', blocksToHtml(shown));
  event.clipboardData.setData(OWN_TYPE, JSON.stringify(blocks));
  return true;
}

function $removeSelected(editor: LexicalEditor): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) selection.removeText();
  else if ($isTableSelection(selection)) editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
}

function dataOf(event: ClipboardEvent | InputEvent | KeyboardEvent): DataTransfer | null {
  if (event instanceof ClipboardEvent) return event.clipboardData;
  return event instanceof InputEvent ? event.dataTransfer : null;
}

/** The best that a clipboard holds, as blocks: our own, else HTML, else plain text with its lines. */
export function blocksIn(data: DataTransfer): Block[] {
  const own = data.getData(OWN_TYPE);
  if (own !== '') {
    const parsed = Blocks.safeParse(parseJson(own));
    if (parsed.success) return parsed.data;
  }
  const html = data.getData('text/html');
  const blocks = html === '' ? null : htmlToBlocks(html);
  if (blocks !== null && blocks.length > 0) return blocks;
  const text = data.getData('text/plain');
  return text === '' ? [] : paragraphsOf(text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, ''));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Puts blocks where the selection is. A single paragraph goes into the line; a cell takes paragraphs, or a table over its table. */
export function $insertBlocks(editor: LexicalEditor, blocks: readonly Block[]): void {
  const selection = $getSelection();
  if (selection === null || blocks.length === 0) return;
  const isInCell =
    $isTableSelection(selection) ||
    ($isRangeSelection(selection) && $findCellNode(selection.anchor.getNode()) !== null);
  const isOneTable = blocks.length === 1 && blocks[0]?.type === 'table';
  const fitting = isInCell && !isOneTable ? blocks.flatMap(paragraphsIn) : blocks;
  const nodes = fitting.map($blockNode);
  if (isInCell && ($isTableSelection(selection) || isOneTable)) {
    editor.dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, { nodes, selection });
    return;
  }
  const [only] = fitting;
  if (fitting.length === 1 && only?.type === 'paragraph') {
    selection.insertNodes($inlineNodes(only.children));
  } else {
    selection.insertNodes(nodes);
  }
}
