import {
  $computeTableMap,
  $findCellNode,
  $findTableNode,
  $isTableSelection,
  type TableCellNode,
  type TableNode,
} from '@lexical/table';
import { $getSelection } from 'lexical';

/** A column is never narrower than this part of its table: it must be found again. */
const LEAST = 0.04;
/** What one press of a key moves, as a part of the table. */
const STEP = 0.05;
/** What a table without widths of its own has for each column. */
const USUAL = 100;

/** The widths with the border behind a column moved; the table stays as wide as it is. */
export function moveBorder(
  widths: readonly number[],
  column: number,
  by: number,
): readonly number[] {
  const [left, right] = [widths[column], widths[column + 1]];
  if (left === undefined || right === undefined) return widths;
  const least = widths.reduce((sum, width) => sum + width, 0) * LEAST;
  const moved = Math.max(
    Math.min(least, left) - left,
    Math.min(by, right - Math.min(least, right)),
  );
  return widths.with(column, left + moved).with(column + 1, right - moved);
}

/** Makes the column that the selection ends in wider (1) or narrower (-1) at the cost of its neighbour. */
export function $stepWidth(direction: 1 | -1): void {
  const cell = $cellHere();
  const table = cell === null ? null : $findTableNode(cell);
  if (cell === null || table === null) return;
  const [, place] = $computeTableMap(table, cell, cell);
  const widths = $widthsOf(table);
  const step = widths.reduce((sum, width) => sum + width, 0) * STEP * direction;
  const column = place.startColumn + cell.getColSpan() - 1;
  const isLast = column === widths.length - 1;
  $setWidths(
    table,
    isLast ? moveBorder(widths, column - 1, -step) : moveBorder(widths, column, step),
  );
}

function $cellHere(): TableCellNode | null {
  const selection = $getSelection();
  if ($isTableSelection(selection)) return $findCellNode(selection.focus.getNode());
  const [node] = selection?.getNodes() ?? [];
  return node === undefined ? null : $findCellNode(node);
}

export function $widthsOf(table: TableNode): readonly number[] {
  const columns = table.getColumnCount();
  const widths = table.getColWidths();
  if (widths?.length === columns) return widths;
  return Array.from({ length: columns }, () => USUAL);
}

/** Only the proportion counts; whole numbers, as a document keeps them. */
export function $setWidths(table: TableNode, widths: readonly number[]): void {
  const sum = widths.reduce((total, width) => total + width, 0);
  table.setColWidths(widths.map((width) => Math.max(1, Math.round((width * 1000) / sum))));
}
