import type { ExportedBlock, ExportedInline } from '../document/exported-tree.ts';
import type { Runs } from './official-paper.ts';

type Exported = Extract<ExportedBlock, { type: 'table' }>;

export type PaperCell = {
  isHeader: boolean;
  columns: number;
  /** Rows that it covers, itself included; 0: it is covered by the one above. */
  rows: number;
  lines: { align: 'center' | 'right' | null; runs: Runs }[];
};
/** Every row fills the grid. `columnsInPercent`: one for each column, together 100. */
export type PaperTable = {
  type: 'table';
  columnsInPercent: number[];
  rows: { isHeader: boolean; cells: PaperCell[] }[];
};

/** A table with the covered places that Word wants to see, and empty cells where a row is short. */
export function paperTable(
  table: Exported,
  runsOf: (children: readonly ExportedInline[]) => Runs,
): PaperTable {
  /** By column: the cell that reaches down into it, and how many rows it still covers. */
  const reaching = new Map<number, { left: number; columns: number }>();
  const laid = table.rows.map((row) => {
    const cells: PaperCell[] = [];
    let column = 0;
    const cover = () => {
      for (let above = reaching.get(column); above !== undefined; above = reaching.get(column)) {
        cells.push({ isHeader: false, columns: above.columns, rows: 0, lines: [] });
        if (above.left === 1) reaching.delete(column);
        else above.left -= 1;
        column += above.columns;
      }
    };
    for (const cell of row) {
      cover();
      const { columnSpan: columns = 1, rowSpan: rows = 1 } = cell;
      if (rows > 1) reaching.set(column, { left: rows - 1, columns });
      cells.push({
        isHeader: cell.header === true,
        columns,
        rows,
        lines: cell.children.map(({ align, children }) => ({
          align: align ?? null,
          runs: runsOf(children),
        })),
      });
      // A cell that has just begun covers nothing in its own row.
      column += columns;
    }
    coverRest(reaching, column, cells);
    return cells;
  });
  const width = Math.max(1, ...laid.map(widthOf));
  const rows = laid.map((cells) => ({
    isHeader: cells.length > 0 && cells.every(({ isHeader }) => isHeader),
    cells: filled(cells, width),
  }));
  return { type: 'table', columnsInPercent: shares(table.columnWidths, width), rows };
}

/** What reaches down beyond the last cell of a row. */
function coverRest(
  reaching: Map<number, { left: number; columns: number }>,
  from: number,
  cells: PaperCell[],
): void {
  let column = from;
  for (const [at, above] of [...reaching].toSorted(([a], [b]) => a - b)) {
    const started = at < column;
    if (started) continue;
    if (at > column) cells.push({ ...EMPTY, columns: at - column });
    cells.push({ isHeader: false, columns: above.columns, rows: 0, lines: [] });
    if (above.left === 1) reaching.delete(at);
    else above.left -= 1;
    column = at + above.columns;
  }
}

const EMPTY: PaperCell = { isHeader: false, columns: 1, rows: 1, lines: [] };

function widthOf(cells: readonly PaperCell[]): number {
  return cells.reduce((sum, { columns }) => sum + columns, 0);
}

function filled(cells: PaperCell[], width: number): PaperCell[] {
  const missing = width - widthOf(cells);
  return missing > 0 ? [...cells, { ...EMPTY, columns: missing }] : cells;
}

function shares(widths: readonly number[] | undefined, count: number): number[] {
  const known = widths?.length === count ? widths : Array.from({ length: count }, () => 1);
  const sum = known.reduce((total, width) => total + width, 0);
  return known.map((width) => (100 * width) / sum);
}
