import { Parser } from 'htmlparser2';
import { Skipped } from '../../records/import/source-text.ts';
import { unpackWord } from '../../records/import/unpack-word.ts';

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/u;

/** The cells of an `.xlsx` file: a line for each row, a blank between cells, an empty line between sheets. */
export async function readSheets(bytes: Buffer): Promise<string> {
  // The container of older Office files, in which a protected one is wrapped.
  if (bytes.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex'))) {
    throw new Skipped('file-protected');
  }
  const parts = await unpackWord(bytes);
  const strings = stringsOf(parts.get('xl/sharedStrings.xml')?.toString('utf8') ?? '');
  return [...parts.keys()]
    .filter((name) => SHEET.test(name))
    .toSorted((one, other) => numberOf(one) - numberOf(other))
    .map((name) => sheetText(parts.get(name)?.toString('utf8') ?? '', strings))
    .join('\n\n');
}

function numberOf(name: string): number {
  return Number(SHEET.exec(name)?.[1]);
}

/** The texts that cells name by number. Readings of Han characters (`rPh`) are no part of them. */
function stringsOf(xml: string): string[] {
  const strings: string[] = [];
  let isReading = false;
  let isText = false;
  parse(xml, {
    open: (name) => {
      if (name === 'si') strings.push('');
      if (name === 'rPh') isReading = true;
      if (name === 't') isText = !isReading;
    },
    close: (name) => {
      if (name === 'rPh') isReading = false;
      if (name === 't') isText = false;
    },
    text: (text) => {
      if (isText && strings.length > 0) strings[strings.length - 1] += text;
    },
  });
  return strings;
}

function sheetText(xml: string, strings: readonly string[]): string {
  const rows: string[][] = [];
  let type = '';
  let value = '';
  let isValue = false;
  parse(xml, {
    open: (name, attributes) => {
      if (name === 'row') rows.push([]);
      if (name === 'c') [type, value] = [attributes['t'] ?? '', ''];
      if (name === 'v' || name === 't') isValue = true;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      if (name !== 'c' || value === '') return;
      rows.at(-1)?.push(type === 's' ? (strings[Number(value)] ?? '') : value);
    },
    text: (text) => {
      if (isValue) value += text;
    },
  });
  return rows.map((cells) => cells.join(' ')).join('\n');
}

type Listener = {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close: (name: string) => void;
  text: (text: string) => void;
};

function parse(xml: string, { open, close, text }: Listener): void {
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml)) throw new Skipped('file-damaged');
  const parser = new Parser(
    { onopentag: open, onclosetag: close, ontext: text },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
}
