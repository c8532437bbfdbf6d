import { parse } from 'csv-parse/sync';
import { isSecretCell } from '../../../../shared/text/state-secret.ts';
import type { Row } from '../../../../shared/templates/recognise/recognise-row.ts';
import { decodeText } from './decode-text.ts';
import { Skipped, type SourceText } from './source-text.ts';

const MAX_ROWS = 10_000;
const MAX_COLUMNS = 1000;

/**
 * A `.csv` file: a record a row, columns named by the first row with text, separated by commas, semicolons or tabs,
 * whichever the first line has most of. Skips with `file-not-text`, `file-damaged` (a quotation mark without its
 * twin), `file-too-large` (over 10,000 rows or 1,000 columns) and `file-state-secret` (a column of grades).
 */
export function readList(bytes: Uint8Array): SourceText {
  const { text, encoding } = decodeText(bytes);
  const [names = [], ...lines] = cellsOf(text).filter((line) =>
    line.some((cell) => cell.trim() !== ''),
  );
  if (lines.length > MAX_ROWS || lines.some(({ length }) => length > MAX_COLUMNS))
    throw new Skipped('file-too-large');
  const rows = lines.map((line): Row =>
    line.flatMap((cell, column) => {
      const plain = cell.trim();
      return plain === ''
        ? []
        : [{ name: names[column]?.trim() || `第${column + 1}列`, text: plain }];
    }),
  );
  if (rows.some((row) => row.some((cell) => isSecretCell(cell.name, cell.text))))
    throw new Skipped('file-state-secret');
  return { blocks: [], rows, notKept: new Map(), encoding };
}

function cellsOf(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    throw new Skipped('file-damaged', error);
  }
}

function separatorOf(text: string): string {
  const first = text.slice(0, 10_000).trimStart().split('\n')[0] ?? '';
  const [best = ','] = [',', '\t', ';'].toSorted(
    (one, other) => first.split(other).length - first.split(one).length,
  );
  return best;
}
