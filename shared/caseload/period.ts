/** How often figures are counted. A period is a year `2026`, a half `2026-H1`, a quarter `2026-Q3` or a month `2026-04`. */
export const rhythms = ['month', 'quarter', 'half', 'year'] as const;
export type Rhythm = (typeof rhythms)[number];

const pattern = /^(20\d{2})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/u;

export function isPeriod(text: string): boolean {
  return pattern.test(text);
}

/** The name of the file of a period, without its ending: file names are of small letters. */
export function fileOfPeriod(period: string): string {
  return period.toLowerCase();
}

/** The period of such a file name. Null: it is none. */
export function periodOfFile(name: string): string | null {
  const period = name.toUpperCase();
  return isPeriod(period) && fileOfPeriod(period) === name ? period : null;
}

/** Which of the four a period is. */
export function rhythmOf(period: string): Rhythm {
  if (period.length === 4) return 'year';
  if (period.includes('Q')) return 'quarter';
  return period.includes('H') ? 'half' : 'month';
}

/** First and last month, as `2026-07`, `2026-09`. Null: no period. */
export function monthsOf(period: string): { from: string; to: string } | null {
  const found = pattern.exec(period);
  if (found === null) return null;
  const [, year = '', month, quarter, half] = found;
  if (month !== undefined) return { from: `${year}-${month}`, to: `${year}-${month}` };
  const [first, length] =
    quarter === undefined
      ? half === undefined
        ? [1, 12]
        : [Number(half) * 6 - 5, 6]
      : [Number(quarter) * 3 - 2, 3];
  const two = (number: number) => String(number).padStart(2, '0');
  return { from: `${year}-${two(first)}`, to: `${year}-${two(first + length - 1)}` };
}

/** The period of a rhythm in which a day of Beijing time lies. `at`: milliseconds since 1970. */
export function periodAt(at: number, rhythm: Rhythm): string {
  const [year = '', month = ''] = monthAt(at).split('-');
  if (rhythm === 'year') return year;
  if (rhythm === 'month') return `${year}-${month}`;
  const number = Number(month);
  return rhythm === 'half'
    ? `${year}-H${number <= 6 ? 1 : 2}`
    : `${year}-Q${Math.ceil(number / 3)}`;
}

/** The month of an instant in Beijing, where it is eight hours later than in UTC all year. */
export function monthAt(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 7);
}

/** Newest first; of periods with the same end the longer one first. */
export function comparePeriods(one: string, other: string): number {
  const [a, b] = [monthsOf(one), monthsOf(other)];
  if (a === null || b === null) return one < other ? 1 : -1;
  if (a.to !== b.to) return a.to < b.to ? 1 : -1;
  return a.from === b.from ? 0 : a.from < b.from ? -1 : 1;
}

/** How people write it: 2026年第3季度. Null: not a period in any of the usual ways. */
export function periodNamed(text: string): string | null {
  const plain = text.normalize('NFKC').replaceAll(/\s+/gu, '').toUpperCase();
  if (isPeriod(plain)) return plain;
  const year = /^(20\d{2})(?:年度?)?(.*)$/u.exec(plain);
  if (year === null) return null;
  const [, of = '', rest = ''] = year;
  if (rest === '' || rest === '全年') return of;
  const month = /^[-/.]?(\d{1,2})月?$/u.exec(rest)?.[1];
  if (month !== undefined && Number(month) >= 1 && Number(month) <= 12)
    return `${of}-${month.padStart(2, '0')}`;
  const numerals: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };
  const quarter = /^[-]?第?([1-4一二三四])季度?$/u.exec(rest)?.[1];
  if (quarter !== undefined) return `${of}-Q${numerals[quarter] ?? quarter}`;
  const half = /^([上下])半年$/u.exec(rest)?.[1];
  return half === undefined ? null : `${of}-H${half === '上' ? 1 : 2}`;
}
