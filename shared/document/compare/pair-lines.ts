import type { Line } from './lines-of.ts';
import { likenessOf, pairsOf, type Pairs } from './likeness.ts';

/** So much alike, a line is another one changed; less, and one went and another came. */
const LEAST_ALIKE = 0.4;
/** Beyond so many comparisons of characters only lines that stand near one another are compared. */
const MOST_WORK = 1_000_000;
const NEAR = 6;
/** More lines than these are paired part by part. */
const MOST_LINES = 300;

export type Pairing = readonly (readonly [before: number | null, after: number | null])[];

/**
 * Which of the lines that differ are one line changed: in order, so that what they have in common is most in all. Answers
 * every line of both once.
 */
export function pairLines(before: readonly Line[], after: readonly Line[]): Pairing {
  const parts = Math.ceil(Math.max(before.length, after.length) / MOST_LINES);
  if (parts <= 1 || before.length === 0 || after.length === 0) return pairPart(before, after);
  return Array.from({ length: parts }, (_, part) => {
    const place = (length: number, at: number) => Math.floor((length * at) / parts);
    const [a, b] = [place(before.length, part), place(after.length, part)];
    const pairing = pairPart(
      before.slice(a, place(before.length, part + 1)),
      after.slice(b, place(after.length, part + 1)),
    );
    return pairing.map(([i, j]) => [i === null ? null : i + a, j === null ? null : j + b] as const);
  }).flat();
}

function pairPart(before: readonly Line[], after: readonly Line[]): Pairing {
  const gains = gainsOf(before, after);
  // The best that can be had from these lines on, as in the classic table of common subsequences.
  const width = after.length + 1;
  const best = new Float64Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      best[here] = Math.max(
        best[here + width] ?? 0,
        best[here + 1] ?? 0,
        gains(i, j) > 0 ? gains(i, j) + (best[here + width + 1] ?? 0) : 0,
      );
    }
  }
  const pairing: [number | null, number | null][] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const here = i * width + j;
    if (best[here] === best[here + width]) pairing.push([i++, null]);
    else if (best[here] === best[here + 1]) pairing.push([null, j++]);
    else pairing.push([i++, j++]);
  }
  while (i < before.length) pairing.push([i++, null]);
  while (j < after.length) pairing.push([null, j++]);
  return pairing;
}

/** What pairing two lines is worth: how much alike they are, or 0. Each is looked at once. */
function gainsOf(
  before: readonly Line[],
  after: readonly Line[],
): (i: number, j: number) => number {
  const [one, other] = [before.map(pairsOfLine), after.map(pairsOfLine)];
  const characters = [...one, ...other].reduce((sum, { total }) => sum + total, 0);
  const isMany =
    (before.length * after.length * characters) / (one.length + other.length) > MOST_WORK;
  const known = new Map<number, number>();
  return (i, j) => {
    const [line, like] = [before[i], after[j]];
    const [a, b] = [one[i], other[j]];
    if (line === undefined || like === undefined || a === undefined || b === undefined) return 0;
    if (isMany && Math.abs(i / before.length - j / after.length) * after.length > NEAR) return 0;
    if ((line.kind === 'table-row') !== (like.kind === 'table-row')) return 0;
    // However alike they are: the longer one has too much besides.
    if (2 * Math.min(a.total, b.total) < LEAST_ALIKE * (a.total + b.total)) return 0;
    const key = i * after.length + j;
    const found = known.get(key) ?? likenessOf(a, b);
    known.set(key, found);
    return found >= LEAST_ALIKE ? found : 0;
  };
}

function pairsOfLine({ cells }: Line): Pairs {
  return pairsOf(cells.join('\t'));
}
