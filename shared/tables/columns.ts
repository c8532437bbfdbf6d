import { fold } from '../text/fold.ts';

/** A row of a table as a file has it: its line there, counted from 1, and its cells. */
export type TableRow = { line: number; cells: readonly string[] };

/** Which column of a table is which, by the words that stand over it. `unknown`: heads that nothing was made of. */
export type Columns<Field extends string> = {
  of: ReadonlyMap<Field, number>;
  unknown: string[];
};

/** How many rows at the top may be a title or a note before the heads of the columns stand. */
const MOST_BEFORE_HEADS = 10;

/**
 * Finds the row of heads: the first in which all `needed` columns are named. Null: there is none. `names` are the words by
 * field; width, case and blanks do not matter, and a remark in brackets after a head is passed over.
 */
export function findColumns<Field extends string>(
  rows: readonly TableRow[],
  names: Readonly<Record<Field, readonly string[]>>,
  needed: readonly Field[],
): { columns: Columns<Field>; rows: readonly TableRow[] } | null {
  const fields = new Map<string, Field>();
  for (const field of Object.keys(names) as Field[]) {
    for (const name of names[field]) fields.set(headKey(name), field);
  }
  for (const [at, row] of rows.slice(0, MOST_BEFORE_HEADS).entries()) {
    const of = new Map<Field, number>();
    const unknown: string[] = [];
    for (const [column, head] of row.cells.entries()) {
      const field = fields.get(headKey(head));
      if (field !== undefined && !of.has(field)) of.set(field, column);
      else if (head.trim() !== '') unknown.push(head.trim());
    }
    if (needed.every((field) => of.has(field))) {
      return { columns: { of, unknown }, rows: rows.slice(at + 1) };
    }
  }
  return null;
}

/** The trimmed cell of a field; undefined if there is no such column. */
export function cellOf<Field extends string>(
  columns: Columns<Field>,
  row: TableRow,
  field: Field,
): string | undefined {
  const column = columns.of.get(field);
  return column === undefined ? undefined : (row.cells[column] ?? '').trim();
}

function headKey(head: string): string {
  return fold(head)
    .replace(/[(（].*$/u, '')
    .replaceAll(/[\s*:_-]+/gu, '')
    .toLowerCase();
}

/** One line of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
