import { usualColumns, type Column, type ColumnId } from '../../../shared/contract/window.ts';

const otherWidths: Partial<Record<ColumnId, number>> = {
  function: 140,
  'right-type': 140,
  region: 104,
  created: 104,
  completeness: 84,
  tag: 140,
};

/** As wide as a column begins. */
export function usualWidth(id: ColumnId): number {
  return usualColumns.find((column) => column.id === id)?.width ?? otherWidths[id] ?? 120;
}

/** The columns with one of them a place further up (-1) or down (1). */
export function moved(columns: readonly Column[], id: ColumnId, by: -1 | 1): Column[] {
  const from = columns.findIndex((column) => column.id === id);
  const column = columns[from];
  const to = from + by;
  if (column === undefined || to < 0 || to >= columns.length) return [...columns];
  return columns.toSpliced(from, 1).toSpliced(to, 0, column);
}

/** The columns with one put in at the end or taken out; the last one stays. */
export function withColumn(columns: readonly Column[], id: ColumnId, isShown: boolean): Column[] {
  const others = columns.filter((column) => column.id !== id);
  if (isShown) return [...others, { id, width: usualWidth(id) }];
  return others.length === 0 ? [...columns] : others;
}
