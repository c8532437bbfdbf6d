import { readNumbering, readSpacedNumber, type Numbering } from './numbering.ts';

/** What a name stands for, or undefined if it is not known. Names are passed without white space, NFKC. */
export type Lookup<Meaning> = (name: string) => Meaning | undefined;

/**
 * A label at the start of a line: `name` as written without decoration, `meaning` what the lookup said, `restStart`
 * the offset of the text that follows on the same line, `isAlone` whether there is none.
 */
export type Label<Meaning> = {
  meaning: Meaning;
  name: string;
  restStart: number;
  isAlone: boolean;
  numbering: Numbering | null;
  bracket: string | null;
};

const pairs: Readonly<Record<string, string>> = {
  '【': '】',
  '〔': '〕',
  '〖': '〗',
  '[': ']',
  '［': '］',
  '「': '」',
  '『': '』',
  '{': '}',
  '｛': '｝',
  '<': '>',
  '＜': '＞',
  '《': '》',
  '〈': '〉',
  '“': '”',
  '"': '"',
  '(': ')',
  '（': '）',
};
/** These also stand around works, quotations and asides: they make a label only when nothing or a colon follows. */
const WEAK_BRACKETS = '《〈“"(（<＜';
const MAX_NAME = 24;
const ornament = /^[■◆●▲★☆※○◎□◇▪◼•·*＊#＃➤►▶→\s—–-]+/u;
const ornamentAtEnd = /[■◆●▲★☆※○◎□◇▪◼•*＊#＃\s—–-]+$/u;

/** The form names are compared in: NFKC, without white space. */
export function foldName(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/gu, '');
}

/** Reads a label that the lookup knows. `boldLength` is how much of the start of the line is bold. */
export function readLabel<Meaning>(
  text: string,
  lookup: Lookup<Meaning>,
  boldLength = 0,
): Label<Meaning> | null {
  const start = ornament.exec(text)?.[0].length ?? 0;
  const numbering = readNumbering(text.slice(start));
  const spaced = numbering ?? readSpacedNumber(text.slice(start));
  for (const number of new Set([numbering, spaced])) {
    const offset = start + (number?.length ?? 0);
    const label =
      readBracketed(text, offset, lookup) ?? readPlain(text, offset, lookup, boldLength, number);
    if (label !== null) return { ...label, numbering: label.numbering ?? number };
  }
  return null;
}

/** The name in brackets that a line starts with, known or not: `【办案难点】…`. */
export function readBrackets(
  text: string,
  offset: number,
): { bracket: string; inside: string; end: number } | null {
  const bracket = text[offset];
  const closing = bracket === undefined ? undefined : pairs[bracket];
  if (bracket === undefined || closing === undefined) return null;
  const end = text.indexOf(closing, offset + 1);
  if (end < 0 || end - offset > MAX_NAME * 2) return null;
  return { bracket, inside: text.slice(offset + 1, end), end: end + 1 };
}

function readBracketed<Meaning>(
  text: string,
  offset: number,
  lookup: Lookup<Meaning>,
): Label<Meaning> | null {
  const found = readBrackets(text, offset);
  if (found === null) return null;
  const inner = readNumbering(found.inside.trimStart());
  const name = found.inside
    .trimStart()
    .slice(inner?.length ?? 0)
    .replace(/[：:\s]+$/u, '');
  const meaning = lookup(foldName(name));
  if (meaning === undefined) return null;
  const after = text.slice(found.end);
  const gap = /^[*＊\s]*[：:]?[*＊\s]*/u.exec(after)?.[0] ?? '';
  const rest = after.slice(gap.length);
  const isAlone = rest.replace(ornamentAtEnd, '') === '';
  if (WEAK_BRACKETS.includes(found.bracket) && !isAlone && !/[：:]/u.test(gap)) return null;
  const restStart = isAlone ? text.length : found.end + gap.length;
  return { meaning, name, restStart, isAlone, numbering: inner, bracket: found.bracket };
}

function readPlain<Meaning>(
  text: string,
  offset: number,
  lookup: Lookup<Meaning>,
  boldLength: number,
  number: Numbering | null,
): Label<Meaning> | null {
  const body = text.slice(offset);
  const alone = body.replace(ornamentAtEnd, '').replace(/[：:。.；;、\s]+$/u, '');
  if (alone.length <= MAX_NAME * 2) {
    const meaning = lookup(foldName(alone));
    if (meaning !== undefined) {
      return {
        meaning,
        name: alone,
        restStart: text.length,
        isAlone: true,
        numbering: number,
        bracket: null,
      };
    }
  }
  for (const { end, restStart } of runIns(body, boldLength - offset, number !== null)) {
    const name = body.slice(0, end).replace(/[：:。*＊\s]+$/u, '');
    const meaning = lookup(foldName(name));
    if (meaning !== undefined) {
      return {
        meaning,
        name,
        restStart: offset + restStart,
        isAlone: false,
        numbering: number,
        bracket: null,
      };
    }
  }
  return null;
}

/**
 * Where a heading may end when its text goes on in the same line: at a colon; at a change from bold; after a name of
 * four characters (two if the line is numbered) also at a full stop, a dash or white space before a longer text.
 */
function* runIns(
  body: string,
  boldEnd: number,
  isNumbered: boolean,
): Generator<{ end: number; restStart: number }> {
  const head = body.slice(0, MAX_NAME * 2);
  for (const match of head.matchAll(/\s*(?:[：:]|。|——?|\s)\s*/gu)) {
    const restStart = match.index + match[0].length;
    if (restStart >= body.length) continue;
    const length = foldName(head.slice(0, match.index)).length;
    const isColon = /[：:]/u.test(match[0]);
    const isLongEnough = length >= (isNumbered ? 2 : 4) && body.length - restStart >= 8;
    if (isColon || isLongEnough) yield { end: match.index, restStart };
  }
  if (boldEnd > 0 && boldEnd < body.length) {
    const gap = /^[：:。\s]*/u.exec(body.slice(boldEnd))?.[0].length ?? 0;
    yield { end: boldEnd, restStart: boldEnd + gap };
  }
}
