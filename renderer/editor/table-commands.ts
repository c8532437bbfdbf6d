import {
  $computeTableMapSkipCellCheck,
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
  TableCellHeaderStates,
  type TableCellNode,
  type TableNode,
} from '@lexical/table';
import { $getSelection, $isRangeSelection, $setSelection, type LexicalEditor } from 'lexical';
import { $stepWidth } from './tables/column-widths.ts';

export type TableChange =
  | 'addRowAbove'
  | 'addRowBelow'
  | 'addColumnLeft'
  | 'addColumnRight'
  | 'mergeCells'
  | 'splitCell'
  | 'removeRow'
  | 'removeColumn'
  | 'removeTable'
  | 'headerRow'
  | 'headerColumn'
  | 'equalColumns'
  | 'widerColumn'
  | 'narrowerColumn';

/** In the order of the menu. */
export const tableChanges: readonly TableChange[] = [
  'addRowAbove',
  'addRowBelow',
  'addColumnLeft',
  'addColumnRight',
  'mergeCells',
  'splitCell',
  'headerRow',
  'headerColumn',
  'widerColumn',
  'narrowerColumn',
  'equalColumns',
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
  headerRow: () => $toggleHeaders((row) => row === 0),
  headerColumn: () => $toggleHeaders((_, column) => column === 0),
  equalColumns: () => $tableHere()?.setColWidths(undefined),
  widerColumn: () => $stepWidth(1),
  narrowerColumn: () => $stepWidth(-1),
};

function $mergeSelected(): void {
  const selection = $getSelection();
  if (!$isTableSelection(selection)) return;
  $mergeCells(selection.getNodes().filter($isTableCellNode))?.selectEnd();
}

function $tableHere(): TableNode | null {
  const [node] = $getSelection()?.getNodes() ?? [];
  return node === undefined ? null : $findTableNode(node);
}

/** Makes headers of the cells that are asked for, or plain cells if all of them are headers. */
function $toggleHeaders(isAsked: (row: number, column: number) => boolean): void {
  const table = $tableHere();
  if (table === null) return;
  const [grid] = $computeTableMapSkipCellCheck(table, null, null);
  const cells = new Set<TableCellNode>();
  for (const places of grid) {
    for (const { cell, startRow, startColumn } of places) {
      if (isAsked(startRow, startColumn)) cells.add(cell);
    }
  }
  const { NO_STATUS, ROW } = TableCellHeaderStates;
  const isOn = [...cells].every((cell) => cell.getHeaderStyles() !== NO_STATUS);
  for (const cell of cells) cell.setHeaderStyles(isOn ? NO_STATUS : ROW);
}

/** The caret goes to the line below, which is always there. */
function $removeTable(): void {
  const table = $tableHere();
  if (table === null) return;
  table.selectNext(0, 0);
  table.remove();
}
