import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findCellNode,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableSelection,
  $mergeCells,
  $unmergeCell,
} from '@lexical/table';
import { $getSelection, $isRangeSelection, $setSelection, type LexicalEditor } from 'lexical';

export type TableChange =
  | 'addRowAbove'
  | 'addRowBelow'
  | 'addColumnLeft'
  | 'addColumnRight'
  | 'mergeCells'
  | 'splitCell'
  | 'removeRow'
  | 'removeColumn'
  | 'removeTable';

/** In the order of the menu. */
export const tableChanges: readonly TableChange[] = [
  'addRowAbove',
  'addRowBelow',
  'addColumnLeft',
  'addColumnRight',
  'mergeCells',
  'splitCell',
  'removeRow',
  'removeColumn',
  'removeTable',
];

/** Changes the table that the selection is in; nothing happens outside one. */
export function changeTable(editor: LexicalEditor, change: TableChange): void {
  editor.update(() => {
    if (!$isInTable()) return;
    // What is added leaves the caret where it was.
    const caret = change.startsWith('add') ? $getSelection()?.clone() : undefined;
    $changes[change]();
    if (caret !== undefined) $setSelection(caret);
  });
}

export function $isInTable(): boolean {
  const selection = $getSelection();
  if ($isTableSelection(selection)) return true;
  return $isRangeSelection(selection) && $findCellNode(selection.anchor.getNode()) !== null;
}

const $changes: Record<TableChange, () => void> = {
  addRowAbove: () => $insertTableRowAtSelection(false),
  addRowBelow: () => $insertTableRowAtSelection(true),
  addColumnLeft: () => $insertTableColumnAtSelection(false),
  addColumnRight: () => $insertTableColumnAtSelection(true),
  mergeCells: $mergeSelected,
  splitCell: () => $unmergeCell(),
  removeRow: () => $deleteTableRowAtSelection(),
  removeColumn: () => $deleteTableColumnAtSelection(),
  removeTable: $removeTable,
};

function $mergeSelected(): void {
  const selection = $getSelection();
  if (!$isTableSelection(selection)) return;
  $mergeCells(selection.getNodes().filter($isTableCellNode))?.selectEnd();
}

/** The caret goes to the line below, which is always there. */
function $removeTable(): void {
  const [node] = $getSelection()?.getNodes() ?? [];
  const table = node === undefined ? null : $findTableNode(node);
  if (table === null) return;
  table.selectNext(0, 0);
  table.remove();
}
