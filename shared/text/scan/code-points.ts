import type { Finding } from './finding.ts';

/** The same findings, in the order of the text, with their places in Unicode code points instead of UTF-16 units. */
export function inCodePoints(text: string, findings: readonly Finding[]): Finding[] {
  let unit = 0;
  let point = 0;
  const pointOf = (place: number): number => {
    while (unit < place) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
      point += 1;
    }
    return point;
  };
  return findings.map(({ kind, start, end }) => ({
    kind,
    start: pointOf(start),
    end: pointOf(end),
  }));
}
