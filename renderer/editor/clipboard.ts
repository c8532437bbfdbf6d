import { $isTableSelection } from '@lexical/table';
import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  DELETE_CHARACTER_COMMAND,
  DRAGOVER_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  KEY_DOWN_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  type LexicalEditor,
} from 'lexical';
import { attachmentIds } from '../../shared/document/attachment-ids.ts';
import { DOCUMENT_VERSION, type Block } from '../../shared/document/tree.ts';
import { pressed } from '../app/shortcuts/shortcuts.ts';
import { expectPlain, takePlainNext } from '../app/plain-next.ts';
import { blocksToHtml, blocksToText } from './blocks-to-html.ts';
import { withCitationText } from './citations/citation-text.ts';
import { $withOwnMarks, bareCopy } from './comments/own-copy.ts';
import { $insertBlocks, $selectAtPoint } from './paste/insert-blocks.ts';
import {
  OWN_TYPE,
  readClipboard,
  readPlain,
  type Content,
  type OwnCopy,
} from './paste/read-clipboard.ts';
import { DROPPED_FILES, TO_PASTE } from './paste/to-paste.ts';
import { $selectedBlocks, $selectedNumbers, withNumbers } from './selected-blocks.ts';

/**
 * Copying, cutting, pasting and dropping go through the neutral blocks in both directions: foreign HTML is parsed to an
 * inert tree and mapped, never inserted, and Lexical's own clipboard format, which could name any node, is not read.
 */
export function registerClipboard(editor: LexicalEditor, recordId: string): () => void {
  return mergeRegister(
    editor.registerCommand(
      COPY_COMMAND,
      (event) => $copy(editor, event, recordId),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (!$copy(editor, event, recordId)) return false;
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
        const content = takePlainNext() ? readPlain(data) : readClipboard(data, recordId);
        $take(editor, content, recordId);
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (pressed(event, 'pasteAsText')) expectPlain();
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    // What the browser inserts by itself: a correction of the spelling, a drop.
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (payload) => {
        if (typeof payload === 'string' || payload.dataTransfer === null) return false;
        $take(editor, readClipboard(payload.dataTransfer, recordId), recordId);
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    registerDragging(editor, recordId),
  );
}

/** Text is not dragged within the document (a slip of the hand moves paragraphs unseen); what is dropped on it is pasted there. */
function registerDragging(editor: LexicalEditor, recordId: string): () => void {
  return mergeRegister(
    editor.registerCommand(
      DRAGSTART_COMMAND,
      (event) => {
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    // Without this the system is told that nothing can fall here.
    editor.registerCommand(
      DRAGOVER_COMMAND,
      (event) => {
        const { dataTransfer } = event;
        if (dataTransfer?.types.includes('Files') !== true || !editor.isEditable()) return false;
        event.preventDefault();
        dataTransfer.dropEffect = 'copy';
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
        if (data.types.includes('Files') && data.types.includes('text/html')) {
          // A picture dragged out of another program: its page counts, not the file that stands for it.
          const content = readClipboard(data, recordId);
          if ($selectAtPoint(event)) $take(editor, content, recordId);
        } else if (data.files.length > 0) {
          if ($selectAtPoint(event))
            editor.dispatchCommand(DROPPED_FILES, $getSelection()?.clone() ?? null);
        } else {
          const content = readClipboard(data, recordId);
          const isEmpty = content.type === 'blocks' && content.blocks.length === 0;
          if (!isEmpty && $selectAtPoint(event)) $take(editor, content, recordId);
        }
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

function $copy(
  editor: LexicalEditor,
  event: ClipboardEvent | KeyboardEvent | null,
  recordId: string,
): boolean {
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
  const own: OwnCopy = {
    version: DOCUMENT_VERSION,
    from: recordId,
    blocks: bareCopy(recordId, blocks),
  };
  event.clipboardData.setData(OWN_TYPE, JSON.stringify(own));
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

/** Puts in what can be put in at once; for the rest somebody is asked, or the store is. */
function $take(editor: LexicalEditor, content: Content, here: string): void {
  const at = $getSelection()?.clone() ?? null;
  const isReady = isReadyToInsert(content, here);
  const asLinks = isReady ? $insertBlocks(editor, $withOwnMarks(blocksOf(content), here)) : 0;
  if (!isReady || content.type === 'foreign' || asLinks > 0)
    editor.dispatchCommand(TO_PASTE, { content, at, isInserted: isReady, asLinks });
}

function isReadyToInsert(content: Content, here: string): boolean {
  if (content.type === 'foreign')
    return content.pasted.pictures.length === 0 && content.pasted.remarks.length === 0;
  if (content.type !== 'blocks') return false;
  return (
    content.from === null || content.from === here || attachmentIds(content.blocks).length === 0
  );
}

function blocksOf(content: Content): readonly Block[] {
  if (content.type === 'blocks') return content.blocks;
  return content.type === 'foreign' ? content.pasted.blocks : [];
}
