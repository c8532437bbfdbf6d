/** The five ranks in which Chinese papers number their parts: 第一部分/一、 → （一） → 1. → （1）. Unnumbered headings are 0. */
export type Numbering = { level: 1 | 2 | 3 | 4; value: number; length: number };

const HAN = '一二三四五六七八九十';
const DIGITS = '[0-9０-９]';

type Pattern = { level: Numbering['level']; pattern: RegExp };
const patterns: readonly Pattern[] = [
  {
    level: 1,
    pattern: new RegExp(
      `^第\\s*([${HAN}]{1,3}|${DIGITS}{1,2})\\s*(?:部分|章|节|篇)\\s*[、，：:.．]?\\s*`,
      'u',
    ),
  },
  { level: 1, pattern: new RegExp(`^([${HAN}]{1,3})\\s*[、.．，,：:]\\s*`, 'u') },
  { level: 1, pattern: /^([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])\s*[、.．]?\s*/u },
  { level: 2, pattern: new RegExp(`^[（(]\\s*([${HAN}]{1,3})\\s*[）)]\\s*[、.．：:]?\\s*`, 'u') },
  { level: 2, pattern: /^([㈠-㈩])\s*[、.．]?\s*/u },
  { level: 3, pattern: new RegExp(`^(${DIGITS}{1,2})\\s*[.．、)）]\\s*(?!${DIGITS})`, 'u') },
  { level: 4, pattern: new RegExp(`^[（(]\\s*(${DIGITS}{1,2})\\s*[）)]\\s*[、.．：:]?\\s*`, 'u') },
  { level: 4, pattern: /^([①-⑳⑴-⑽])\s*[、.．]?\s*/u },
];

/** The number a line starts with. `（2024）12号` has none: a year is longer than two digits. */
export function readNumbering(text: string): Numbering | null {
  for (const { level, pattern } of patterns) {
    const match = pattern.exec(text);
    if (match?.[1] !== undefined)
      return { level, value: valueOf(match[1]), length: match[0].length };
  }
  return null;
}

/** `一 基本案情`: a Han number and a space, which is a number only before a heading that is known. */
export function readSpacedNumber(text: string): Numbering | null {
  const match = new RegExp(`^([${HAN}]{1,3}|${DIGITS}{1,2})\\s+`, 'u').exec(text);
  if (match?.[1] === undefined) return null;
  return { level: 1, value: valueOf(match[1]), length: match[0].length };
}

function valueOf(digits: string): number {
  const plain = digits.normalize('NFKC').replaceAll(/[()]/g, '');
  if (/^\d+$/.test(plain)) return Number(plain);
  if (/^[IVX]+$/.test(plain))
    return ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'].indexOf(plain) + 1;
  const [tens, units] = plain.includes('十') ? plain.split('十') : ['', plain];
  const one = (digit: string | undefined) =>
    digit === undefined || digit === '' ? 0 : HAN.indexOf(digit) + 1;
  return plain.includes('十') ? (one(tens) || 1) * 10 + one(units) : one(units);
}
