import {
  inlineText,
  type Cell,
  type Paragraph,
  type Table,
} from '../../../../shared/document/tree.ts';
import { textLine, type RoughBlock } from '../../../../shared/templates/recognise/rough-block.ts';

const MAX_COLUMNS = 100;
const MAX_ROW_SPAN = 1000;

type OpenCell = { facts: Omit<Cell, 'children'>; blocks: RoughBlock[] };
/** A table whose end has not come yet. */
export type OpenTable = { rows: OpenCell[][]; open: OpenCell | null };

export function openTable(): OpenTable {
  return { rows: [], open: null };
}

/** Starts a cell and answers where its lines go; null outside a table, or if the cell before is still open. */
export function openCell(
  table: OpenTable | undefined,
  isHeader: boolean,
  attributes: Readonly<Record<string, string>>,
): RoughBlock[] | null {
  if (table === undefined || table.open !== null) return null;
  const columns = span(attributes['colspan'], MAX_COLUMNS);
  const rows = span(attributes['rowspan'], MAX_ROW_SPAN);
  const cell: OpenCell = {
    facts: {
      ...(isHeader ? { header: true as const } : {}),
      ...(columns > 1 ? { columnSpan: columns } : {}),
      ...(rows > 1 ? { rowSpan: rows } : {}),
    },
    blocks: [],
  };
  if (table.rows.length === 0) table.rows.push([]);
  const row = table.rows.at(-1);
  // A row that is too wide goes on in its last cell.
  const last = row?.at(-1);
  if (row !== undefined && row.length >= MAX_COLUMNS && last !== undefined) {
    table.open = last;
    return last.blocks;
  }
  row?.push(cell);
  table.open = cell;
  return cell.blocks;
}

/** Answers whether a cell was open. */
export function closeCell(table: OpenTable | undefined): boolean {
  const wasOpen = table !== undefined && table.open !== null;
  if (table !== undefined) table.open = null;
  return wasOpen;
}

/** A table of one cell is a frame around text; a table inside a cell becomes a line for each of its rows. */
export function closeTable(table: OpenTable, isNested: boolean): RoughBlock[] {
  const rows = table.rows.filter((row) => row.length > 0);
  const cells = rows.flat();
  if (cells.length <= 1) return cells.flatMap(({ blocks }) => blocks);
  if (isNested) {
    return rows.map((row) =>
      textLine(
        row
          .map(({ blocks }) =>
            blocks
              .flatMap(paragraphsOf)
              .map((line) => inlineText(line.children))
              .join(' '),
          )
          .join('　'),
      ),
    );
  }
  const read: Table = {
    type: 'table',
    rows: rows.map((row) =>
      row.map(({ facts, blocks }) => ({ ...facts, children: blocks.flatMap(paragraphsOf) })),
    ),
  };
  return [read];
}

function paragraphsOf(block: RoughBlock): Paragraph[] {
  if (block.type === 'line') {
    const { align, children } = block;
    return [{ type: 'paragraph', ...(align === null ? {} : { align }), children }];
  }
  // A cell holds no picture.
  if (block.type === 'image') return [];
  return block.rows.flatMap((row) => row.flatMap((cell) => cell.children));
}

function span(value: string | undefined, most: number): number {
  const number = Math.trunc(Number(value ?? 1));
  return Number.isFinite(number) ? Math.min(Math.max(number, 1), most) : 1;
}
