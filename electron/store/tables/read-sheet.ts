import { Parser } from 'htmlparser2';
import type { TableRow } from '../../../shared/tables/columns.ts';
import { Skipped } from '../records/import/source-text.ts';

type Parts = ReadonlyMap<string, Buffer>;
const MOST_STRINGS = 200_000;
const MOST_COLUMN = 16_384;

/**
 * The rows of the first visible sheet of a workbook (ECMA-376, SpreadsheetML): texts, numbers and what formulas came to last. Formats
 * are not applied, so that a date is its number; a table of offices has none. Phonetic notes are left out. Skips with
 * `file-damaged` what is no workbook, with `file-too-large` more rows than `mostRows` and some.
 */
export function readSheet(parts: Parts, mostRows: number): TableRow[] {
  const sheet = parts.get(firstSheet(parts));
  if (sheet === undefined) throw new Skipped('file-damaged');
  const strings = sharedStrings(parts);
  const rows: TableRow[] = [];
  let [line, column, type, text] = [0, -1, '', ''];
  let cells: string[] = [];
  let isValue = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'row') {
          line = Number(attributes['r'] ?? line + 1);
          [cells, column] = [[], -1];
        } else if (name === 'c') {
          column = columnOf(attributes['r']) ?? column + 1;
          [type, text] = [attributes['t'] ?? 'n', ''];
        } else if (name === 'v' || name === 't') isValue = true;
        else if (name === 'rPh') isValue = false;
      },
      ontext: (piece) => {
        if (isValue) text += piece;
      },
      onclosetag: (name) => {
        if (name === 'v' || name === 't') isValue = false;
        else if (name === 'c' && column >= 0 && column < MOST_COLUMN) {
          while (cells.length < column) cells.push('');
          cells[column] = valueOf(type, text, strings);
        } else if (name === 'row') {
          if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
          if (rows.length > mostRows + 100) throw new Skipped('file-too-large');
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(sheet.toString('utf8'));
  return rows;
}

function valueOf(type: string, text: string, strings: readonly string[]): string {
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? '是' : '否';
  if (type === 'e') return '';
  // A telephone number typed as a number is stored as 1.38E10.
  if (type === 'n' && /e/iu.test(text) && Number.isFinite(Number(text)))
    return String(Number(text));
  return text;
}

/** `AB12` is the 28th column, counted from 0. */
function columnOf(place: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/u.exec(place ?? '')?.[1];
  if (letters === undefined) return null;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function sharedStrings(parts: Parts): string[] {
  const part = parts.get('xl/sharedStrings.xml');
  if (part === undefined) return [];
  const strings: string[] = [];
  let [text, isText, isPhonetic] = ['', false, false];
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (name === 'si') text = '';
        else if (name === 'rPh') isPhonetic = true;
        else if (name === 't') isText = !isPhonetic;
      },
      ontext: (piece) => {
        if (isText) text += piece;
      },
      onclosetag: (name) => {
        if (name === 't') isText = false;
        else if (name === 'rPh') isPhonetic = false;
        else if (name === 'si') strings.push(text);
        if (strings.length > MOST_STRINGS) throw new Skipped('file-too-large');
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(part.toString('utf8'));
  return strings;
}

/** The part that holds the first sheet that is not hidden. */
function firstSheet(parts: Parts): string {
  const workbook = parts.get('xl/workbook.xml')?.toString('utf8');
  const relations = parts.get('xl/_rels/workbook.xml.rels')?.toString('utf8');
  if (workbook === undefined || relations === undefined) throw new Skipped('file-damaged');
  const ids: string[] = [];
  elements(workbook, 'sheet', (attributes) => {
    if ((attributes['state'] ?? 'visible') === 'visible') ids.push(attributes['r:id'] ?? '');
  });
  const targets = new Map<string, string>();
  elements(relations, 'Relationship', (attributes) => {
    targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
  });
  const target = targets.get(ids[0] ?? '') ?? '';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function elements(
  xml: string,
  wanted: string,
  found: (attributes: Record<string, string>) => void,
): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === wanted) found(attributes);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}
