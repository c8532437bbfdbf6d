import type { CareFinding } from './finding.ts';

const han = '[\\u3400-\\u9fff]';
const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
};
/** Between Chinese characters; a stop also at the end of a line. A colon in a ratio and a point in a number have digits beside them. */
const halfWidthMark = new RegExp(
  `(?<=${han}|[”’》）】])(?:[,;:?!](?=\\s*(?:${han}|[“‘《（【]|$))|\\.(?=\\s*(?:${han}|$)))`,
  'gu',
);
/** （ and ） around Chinese words; a case number's brackets around a year are a matter of taste. */
const halfWidthBrackets = new RegExp(`\\(([^()\\n]{0,200}${han}[^()\\n]{0,200})\\)`, 'gu');
const straightQuotes = new RegExp(`"([^"\\n]{0,200}${han}[^"\\n]{0,200})"`, 'gu');
/** A line that begins by a number, 一. or 2., is numbered and not a sentence. */
const numbering = /^\s*(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})\./u;

/** Half-width marks in Chinese sentences. */
export function findHalfWidth(line: string): CareFinding[] {
  const found: CareFinding[] = [];
  const add = (start: number, suggestion: string) =>
    found.push({ rule: 'half-width', start, end: start + 1, suggestion });
  const numbered = numbering.exec(line)?.[0].length ?? 0;
  for (const { index, 0: mark } of line.matchAll(halfWidthMark)) {
    if (index >= numbered) add(index, fullWidth[mark] ?? mark);
  }
  for (const { index, 0: whole } of line.matchAll(halfWidthBrackets)) {
    add(index, '（');
    add(index + whole.length - 1, '）');
  }
  for (const { index, 0: whole } of line.matchAll(straightQuotes)) {
    add(index, '“');
    add(index + whole.length - 1, '”');
  }
  return found;
}

/** The same stop twice, or two different ones. …… and —— are single marks of two characters, ！？ is an exclamation. */
const repeated = /[，、；：。]{2,}|，(?=[。；！？])|(?<=[！？])[。，]/gu;

export function findRepeatedMarks(line: string): CareFinding[] {
  return [...line.matchAll(repeated)].map(({ index, 0: marks }) => ({
    rule: 'repeated-mark',
    start: index,
    end: index + marks.length,
    suggestion: null,
  }));
}

const partners: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '》': '《',
  '〉': '〈',
  '）': '（',
  '】': '【',
  '〕': '〔',
  '」': '「',
  '』': '『',
};
const openings = new Set(Object.values(partners));
/** 1） and 一） number a line. */
const closedNumber = /^\s*(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])）/u;

/**
 * Marks without a partner in their line. A quotation of several paragraphs opens each of them and closes the last, so an
 * opening quotation mark at the start of a line is let go when the next line begins with one too (`next`); so is the
 * apostrophe of a Latin word.
 */
export function findUnpaired(line: string, next = ''): CareFinding[] {
  const open: { mark: string; at: number }[] = [];
  const found: CareFinding[] = [];
  const add = (at: number) =>
    found.push({ rule: 'unpaired', start: at, end: at + 1, suggestion: null });
  const numbered = closedNumber.exec(line)?.[0].length ?? 0;
  for (let at = 0; at < line.length; at += 1) {
    const mark = line[at] ?? '';
    if (openings.has(mark)) open.push({ mark, at });
    const partner = partners[mark];
    if (partner === undefined || at === numbered - 1 || isApostrophe(line, at)) continue;
    const place = open.findLastIndex((one) => one.mark === partner);
    if (place === -1) add(at);
    else for (const left of open.splice(place).slice(1)) add(left.at);
  }
  for (const { mark, at } of open) {
    const isContinued =
      mark === '“' && line.slice(0, at).trim() === '' && next.trimStart().startsWith('“');
    if (!isContinued) add(at);
  }
  return found.sort((one, other) => one.start - other.start);
}

function isApostrophe(line: string, at: number): boolean {
  return line[at] === '’' && /[a-z0-9]/i.test(line[at - 1] ?? '');
}
