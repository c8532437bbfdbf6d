import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Failure } from '../../../shared/errors.ts';
import type { TableRow } from '../../../shared/tables/columns.ts';
import { readSmallFileBytes } from '../files/read-small-file.ts';
import { decodeText } from '../records/import/decode-text.ts';
import { Skipped } from '../records/import/source-text.ts';
import { unpackWord } from '../records/import/unpack-word.ts';
import { readSheet } from './read-sheet.ts';

export const MOST_ROWS = 5000;
const MAX_FILE_IN_BYTES = 10 * 1024 ** 2;
const MOST_COLUMNS = 200;
const MOST_CELL = 4000;
/** How the older binary workbooks begin, and those locked with a password. */
const OLD = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

/**
 * The rows of a CSV file (UTF-8, UTF-16 or GB 18030; commas, semicolons or tabs) or of the first sheet of an XLSX workbook that have
 * anything in them, each with its line in the file. `digest` is the SHA-256 of the file. At most 10 MB, 5,000 rows, 200 columns and
 * 4,000 characters a cell. Fails: `file-unreadable`, `table-file-too-large`, `table-file-old`, `table-file-damaged`.
 */
export async function readTable(file: string): Promise<{ rows: TableRow[]; digest: string }> {
  const detail = { file: basename(file) };
  const bytes = readSmallFileBytes(file, MAX_FILE_IN_BYTES);
  if (bytes === null) throw new Failure('table-file-too-large', detail);
  if (beginsWith(bytes, OLD)) throw new Failure('table-file-old', detail);
  try {
    const all = beginsWith(bytes, ZIP)
      ? readSheet(await unpackWord(bytes), MOST_ROWS)
      : rowsOfCsv(bytes);
    const rows = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    // One more than the rows: the heads.
    const isTooLarge =
      rows.length > MOST_ROWS + 1 ||
      rows.some(
        ({ cells }) => cells.length > MOST_COLUMNS || cells.some((cell) => cell.length > MOST_CELL),
      );
    if (isTooLarge) throw new Failure('table-file-too-large', detail);
    return { rows, digest: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    const code = error.code === 'file-too-large' ? 'table-file-too-large' : 'table-file-damaged';
    throw new Failure(code, detail, error);
  }
}

function rowsOfCsv(bytes: Uint8Array): TableRow[] {
  const { text } = decodeText(bytes);
  try {
    const found = parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return found.map(({ record, info }) => ({
      // A cell may hold line ends; `lines` counts to where the row ends.
      line: info.lines - record.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0),
      cells: record.map(withoutGuard),
    }));
  } catch (error) {
    throw new Skipped('file-damaged', error);
  }
}

/** The apostrophe that an export puts before what a spreadsheet would take for a formula. */
function withoutGuard(cell: string): string {
  return /^'[=+\-@]/u.test(cell) ? cell.slice(1) : cell;
}

function separatorOf(text: string): string {
  const first = text.slice(0, 10_000).trimStart().split('\n')[0] ?? '';
  const [best = ','] = [',', '\t', ';'].toSorted(
    (one, other) => first.split(other).length - first.split(one).length,
  );
  return best;
}

function beginsWith(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, at) => bytes[at] === byte);
}
