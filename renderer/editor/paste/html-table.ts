import type { Cell, Paragraph, Table } from '../../../shared/document/tree.ts';
import { valueOf } from './parse-html.ts';

export const MAX_COLUMNS = 100;
export const MAX_ROWS = 10_000;
/** Columns that differ less than this are equal to the eye. */
const NOTICEABLE = 1.08;
const MAX_WIDTH = 10_000;

export type ReadCell = {
  element: Element;
  style: string;
  isHeader: boolean;
  children: Paragraph[];
};

/** The rows of this table, not of one inside it. `isHead`: they are repeated on every page. */
export function rowsOf(table: Element): { row: Element; isHead: boolean }[] {
  return childrenOf(table).flatMap((child) => {
    const name = child.nodeName.toLowerCase();
    if (name === 'tr') return [{ row: child, isHead: false }];
    if (name !== 'thead' && name !== 'tbody' && name !== 'tfoot') return [];
    const rows = childrenOf(child, ['tr']);
    return rows.map((row) => ({ row, isHead: name === 'thead' }));
  });
}

export function childrenOf(element: Element, tags?: readonly string[]): Element[] {
  const found: Element[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    const isWanted =
      node.nodeType === 1 && (tags === undefined || tags.includes(node.nodeName.toLowerCase()));
    if (isWanted) found.push(node as Element);
  }
  return found;
}

export function tableOf(table: Element, rows: readonly (readonly ReadCell[])[]): Table {
  const cells = rows.map((row) => row.map(cellOf));
  const columnWidths = widthsOf(table, rows);
  return { type: 'table', ...(columnWidths === null ? {} : { columnWidths }), rows: cells };
}

function cellOf({ element, isHeader, children }: ReadCell): Cell {
  const columnSpan = spanOf(element, 'colspan', MAX_COLUMNS);
  const rowSpan = spanOf(element, 'rowspan', 1000);
  return {
    ...(isHeader ? { header: true } : {}),
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    children,
  };
}

function spanOf(element: Element, name: string, most: number): number {
  const span = Number.parseInt(element.getAttribute(name) ?? '1', 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), most);
}

/** The widths of the columns, from `<col>` or from cells of a single column; null if some is not known or all are about equal. */
function widthsOf(table: Element, rows: readonly (readonly ReadCell[])[]): number[] | null {
  const widths: (number | undefined)[] = [];
  for (const col of colsOf(table)) {
    const span = spanOf(col, 'span', MAX_COLUMNS);
    const width = widthOf(col, col.getAttribute('data-style') ?? '');
    for (let i = 0; i < span && widths.length < MAX_COLUMNS; i += 1) widths.push(width);
  }
  const columns = fillFromCells(widths, rows);
  const known = widths.slice(0, columns).filter((width) => width !== undefined);
  if (columns < 2 || known.length < columns) return null;
  if (Math.max(...known) < Math.min(...known) * NOTICEABLE) return null;
  return known.map((width) => Math.min(Math.max(Math.round(width), 1), MAX_WIDTH));
}

function colsOf(table: Element): Element[] {
  return childrenOf(table).flatMap((child) => {
    const name = child.nodeName.toLowerCase();
    if (name === 'col') return [child];
    return name === 'colgroup' ? childrenOf(child, ['col']) : [];
  });
}

/** Answers how many columns the grid has. */
function fillFromCells(
  widths: (number | undefined)[],
  rows: readonly (readonly ReadCell[])[],
): number {
  const taken = rows.map((): boolean[] => []);
  let columns = 0;
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const { element, style } of row) {
      while (taken[index]?.[column] === true) column += 1;
      const span = spanOf(element, 'colspan', MAX_COLUMNS);
      const height = spanOf(element, 'rowspan', 1000);
      if (span === 1) widths[column] ??= widthOf(element, style);
      for (const below of taken.slice(index, index + height)) {
        for (let i = 0; i < span; i += 1) below[column + i] = true;
      }
      column += span;
      columns = Math.max(columns, column);
    }
  }
  return columns;
}

const UNITS: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, cm: 37.8, mm: 3.78, in: 96 };

/** In pixels; per cent are left out, since only one kind of measure can be compared. */
function widthOf(element: Element, style: string): number | undefined {
  const [, digits, unit = 'px'] = /^([\d.]+)\s*([a-z]*)$/.exec(valueOf(style, 'width') ?? '') ?? [];
  const attribute = /^\s*([\d.]+)\s*$/.exec(element.getAttribute('width') ?? '')?.[1];
  const width =
    digits === undefined ? Number(attribute) : Number(digits) * (UNITS[unit] ?? Number.NaN);
  return Number.isFinite(width) && width > 0 ? width : undefined;
}
