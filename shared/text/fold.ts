import { hanFrom, hanTo, runs } from './fold-table.ts';

/** Every UTF-16 unit of the basic plane, folded. Surrogates stay; pairs are in `astral`. */
const basic = new Uint16Array(0x10000);
const astral = new Map<number, number>();

function learn(from: number, to: number): void {
  if (from < 0x10000) basic[from] = to;
  else astral.set(from, to);
}

for (let unit = 0; unit < basic.length; unit += 1) basic[unit] = unit;
const foldedHan = Array.from(hanTo);
Array.from(hanFrom).forEach((one, index) => {
  learn(one.codePointAt(0) ?? 0, foldedHan[index]?.codePointAt(0) ?? 0);
});
for (const run of runs.trim().split(' ')) {
  const [first = 0, count = 0, apart = 0, distance = 0] = run
    .split(',')
    .map((number) => Number.parseInt(number, 36));
  for (let index = 0; index < count; index += 1) {
    learn(first + index * apart, first + index * apart + distance);
  }
}

const unitsAtOnce = 4096;

/**
 * The text as search sees it: half width, lower case, one style of brackets, quotation marks, dashes and dots,
 * traditional characters as simplified where one maps to one, compatibility forms as the plain character. The result
 * is as long as the text in UTF-16 units, so a place in one is the same place in the other; folding twice changes
 * nothing more. A lone surrogate stays what it is.
 */
export function fold(text: string): string {
  let folded = '';
  const units = new Uint16Array(Math.min(unitsAtOnce, text.length));
  for (let start = 0; start < text.length; start += unitsAtOnce) {
    const count = Math.min(unitsAtOnce, text.length - start);
    for (let index = 0; index < count; index += 1) {
      const unit = text.charCodeAt(start + index);
      // The table has an entry for every unit; 0 is only there for the compiler.
      units[index] = basic[unit] ?? 0;
    }
    folded += String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]);
  }
  return hasAstral.test(folded) ? foldAstral(folded) : folded;
}

const hasAstral = /[\ud800-\udbff]/;

function foldAstral(text: string): string {
  return text.replace(/[\u{10000}-\u{2ffff}]/gu, (one) => {
    const folded = astral.get(one.codePointAt(0) ?? 0);
    return folded === undefined ? one : String.fromCodePoint(folded);
  });
}
