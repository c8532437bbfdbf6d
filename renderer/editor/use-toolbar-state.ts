import { useEffect, useState } from 'react';
import {
  $getSelection,
  $isRangeSelection,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_LOW,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { $alignment, $blockKind, type Alignment, type BlockKind } from './block-commands.ts';
import { $isNumbered } from './numbering/number-headings.ts';
import { $isInTable } from './table-commands.ts';

export type ToolbarState = {
  kind: BlockKind;
  isBold: boolean;
  isNumbered: boolean;
  alignment: Alignment | null;
  isInTable: boolean;
  canUndo: boolean;
  canRedo: boolean;
};

const atFirst: ToolbarState = {
  kind: 'paragraph',
  isBold: false,
  isNumbered: false,
  alignment: null,
  isInTable: false,
  canUndo: false,
  canRedo: false,
};

/** What the toolbar shows. Most keystrokes change nothing in it, and then nothing is drawn. */
export function useToolbarState(editor: LexicalEditor): ToolbarState {
  const [state, setState] = useState(atFirst);
  useEffect(() => {
    const merge = (change: Partial<ToolbarState>) =>
      setState((before) => (differs(before, change) ? { ...before, ...change } : before));
    return mergeRegister(
      editor.registerUpdateListener(({ editorState }) => merge(editorState.read($stateHere))),
      editor.registerCommand(
        CAN_UNDO_COMMAND,
        (canUndo) => {
          merge({ canUndo });
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        CAN_REDO_COMMAND,
        (canRedo) => {
          merge({ canRedo });
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
    );
  }, [editor]);
  return state;
}

function $stateHere(): Partial<ToolbarState> {
  const selection = $getSelection();
  return {
    kind: $blockKind(),
    isBold: $isRangeSelection(selection) && selection.hasFormat('bold'),
    isNumbered: $isNumbered(),
    alignment: $alignment(),
    isInTable: $isInTable(),
  };
}

function differs(state: ToolbarState, change: Partial<ToolbarState>): boolean {
  const merged = { ...state, ...change };
  return (Object.keys(merged) as (keyof ToolbarState)[]).some((key) => merged[key] !== state[key]);
}
