import type { Cell, Table } from '../../../shared/document/tree.ts';
import { MAX_COLUMNS, MAX_ROWS } from './html-table.ts';

/**
 * Rows of cells parted by tabs, as spreadsheets write plain text, as a table; null for any other text. At least two rows, of the
 * same number of cells, of which the first column is not empty throughout (those are indented lines). A cell with line
 * breaks or quotation marks stands in quotation marks.
 */
export function tableIn(text: string): Table | null {
  if (!text.includes('\t') || !text.includes('\n')) return null;
  const rows = rowsIn(text.replace(/\n+$/, ''));
  const columns = rows[0]?.length ?? 0;
  const isRegular =
    rows.length >= 2 &&
    rows.length <= MAX_ROWS &&
    columns >= 2 &&
    columns <= MAX_COLUMNS &&
    rows.every((row) => row.length === columns) &&
    rows.some(([first = '']) => first.trim() !== '');
  return isRegular ? { type: 'table', rows: rows.map((row) => row.map(cellOf)) } : null;
}

function cellOf(text: string): Cell {
  const lines = text === '' ? [] : text.split('\n');
  return {
    children: lines.map((line) => ({
      type: 'paragraph',
      children: line === '' ? [] : [{ type: 'text', text: line }],
    })),
  };
}

function rowsIn(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = text[at] === '"' ? quotedAt(text, at) : plainAt(text, at);
    rows.at(-1)?.push(cell);
    if (text[end] === '\n') rows.push([]);
    at = end + 1;
  }
  return rows;
}

function plainAt(text: string, at: number): { cell: string; end: number } {
  let end = at;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1;
  return { cell: text.slice(at, end), end };
}

/** A cell that only begins like a quoted one is plain text. */
function quotedAt(text: string, at: number): { cell: string; end: number } {
  let end = at + 1;
  while (end < text.length) {
    if (text[end] === '"' && text[end + 1] === '"') end += 2;
    else if (text[end] === '"') break;
    else end += 1;
  }
  const next = text[end + 1];
  const isWhole = end < text.length && (next === undefined || next === '\t' || next === '\n');
  if (!isWhole) return plainAt(text, at);
  return { cell: text.slice(at + 1, end).replaceAll('""', '"'), end: end + 1 };
}
