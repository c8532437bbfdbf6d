/** So many elements in a row are the same in both, from these places on. */
export type Match = { before: number; after: number; length: number };
type Range = { a0: number; a1: number; b0: number; b1: number };

/** Beyond so many differences two stretches count as having nothing in common. Time and room go with the square of it. */
const MOST_DIFFERENCES = 1000;
const DEEPEST = 40;

/**
 * What two sequences have in common, in order: the matches, ascending in both. With `anchors` elements that occur once
 * in each hold the rest in place (patience difference), which reads better for lines and keeps long sequences linear;
 * between them, and without, it is a shortest edit script (Myers, An O(ND) Difference Algorithm, 1986).
 */
export function align<T extends string | number>(
  before: ArrayLike<T>,
  after: ArrayLike<T>,
  { anchors }: { anchors: boolean },
): Match[] {
  const matches: Match[] = [];
  const match = (range: Range, depth: number): void => {
    const { inner, head, tail } = trim(before, after, range);
    if (head > 0) matches.push({ before: range.a0, after: range.b0, length: head });
    const held = anchors && depth < DEEPEST ? anchorsIn(before, after, inner) : [];
    let { a0, b0 } = inner;
    for (const [a, b] of held) {
      match({ a0, a1: a, b0, b1: b }, depth + 1);
      matches.push({ before: a, after: b, length: 1 });
      [a0, b0] = [a + 1, b + 1];
    }
    if (held.length > 0) match({ ...inner, a0, b0 }, depth + 1);
    else matches.push(...shortestScript(before, after, inner));
    if (tail > 0) matches.push({ before: inner.a1, after: inner.b1, length: tail });
  };
  match({ a0: 0, a1: before.length, b0: 0, b1: after.length }, 0);
  return joined(matches);
}

function trim<T>(before: ArrayLike<T>, after: ArrayLike<T>, range: Range) {
  let { a0, a1, b0, b1 } = range;
  while (a0 < a1 && b0 < b1 && before[a0] === after[b0]) [a0, b0] = [a0 + 1, b0 + 1];
  while (a0 < a1 && b0 < b1 && before[a1 - 1] === after[b1 - 1]) [a1, b1] = [a1 - 1, b1 - 1];
  return { inner: { a0, a1, b0, b1 }, head: a0 - range.a0, tail: range.a1 - a1 };
}

/** Places of elements that occur once in each range, as many of them as stand in the same order. */
function anchorsIn<T extends string | number>(
  before: ArrayLike<T>,
  after: ArrayLike<T>,
  { a0, a1, b0, b1 }: Range,
): [number, number][] {
  const places = onlyPlaces(before, a0, a1);
  const pairs: [number, number][] = [];
  for (const [element, b] of onlyPlaces(after, b0, b1)) {
    const a = places.get(element);
    if (a !== undefined && a >= 0 && b >= 0) pairs.push([a, b]);
  }
  pairs.sort(([one], [other]) => one - other);
  return longestAscending(pairs);
}

/** Where each element stands, or -1 if it stands in several places. */
function onlyPlaces<T extends string | number>(
  elements: ArrayLike<T>,
  start: number,
  end: number,
): Map<T, number> {
  const places = new Map<T, number>();
  for (let at = start; at < end; at += 1) {
    const element = elements[at] as T;
    places.set(element, places.has(element) ? -1 : at);
  }
  return places;
}

/** The longest part of the pairs in which the second place ascends too (patience sorting). */
function longestAscending(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (const [index, [, b]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = index;
  }
  const chosen: [number, number][] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) chosen.push(pair);
  }
  return chosen.reverse();
}

/** Myers, forwards, with the furthest places of every round kept to walk back on. */
function shortestScript<T>(
  before: ArrayLike<T>,
  after: ArrayLike<T>,
  { a0, a1, b0, b1 }: Range,
): Match[] {
  const [n, m] = [a1 - a0, b1 - b0];
  if (n === 0 || m === 0) return [];
  const most = Math.min(n + m, MOST_DIFFERENCES);
  const offset = most + 1;
  const furthest = new Int32Array(2 * offset + 1);
  const rounds: Int32Array[] = [];
  for (let d = 0; d <= most; d += 1) {
    rounds.push(furthest.slice(offset - d, offset + d + 1));
    for (let k = -d; k <= d; k += 2) {
      const down = furthest[offset + k + 1] ?? 0;
      const right = (furthest[offset + k - 1] ?? 0) + 1;
      let x = k === -d || (k !== d && right <= down) ? down : right;
      while (x < n && x - k < m && before[a0 + x] === after[b0 + x - k]) x += 1;
      furthest[offset + k] = x;
      if (x >= n && x - k >= m) return walkBack(rounds, { a0, a1, b0, b1 });
    }
  }
  return [];
}

function walkBack(rounds: readonly Int32Array[], { a0, a1, b0, b1 }: Range): Match[] {
  const matches: Match[] = [];
  let [x, y] = [a1 - a0, b1 - b0];
  for (let d = rounds.length - 1; d >= 0; d -= 1) {
    const round = rounds[d] ?? new Int32Array();
    // What round d found before it began: the places of round d - 1, of which index d is k = 0.
    const at = (k: number) => round[k + d] ?? 0;
    const k = x - y;
    const isDown = k === -d || (k !== d && at(k - 1) + 1 <= at(k + 1));
    const startX = d === 0 ? 0 : isDown ? at(k + 1) : at(k - 1) + 1;
    const length = x - startX;
    if (length > 0) matches.push({ before: a0 + startX, after: b0 + startX - k, length });
    x = isDown ? startX : startX - 1;
    y = isDown ? startX - k - 1 : startX - k;
  }
  return matches.reverse();
}

function joined(matches: readonly Match[]): Match[] {
  const all: Match[] = [];
  for (const match of matches) {
    const last = all.at(-1);
    const goesOn =
      last !== undefined &&
      last.before + last.length === match.before &&
      last.after + last.length === match.after;
    if (goesOn) last.length += match.length;
    else all.push({ ...match });
  }
  return all;
}

/** What lies between the matches: stretches of which at least one is not empty. */
export type Gap = { beforeStart: number; beforeEnd: number; afterStart: number; afterEnd: number };

export function gapsBetween(matches: readonly Match[], before: number, after: number): Gap[] {
  const gaps: Gap[] = [];
  let [a, b] = [0, 0];
  for (const match of [...matches, { before, after, length: 0 }]) {
    if (match.before > a || match.after > b) {
      gaps.push({ beforeStart: a, beforeEnd: match.before, afterStart: b, afterEnd: match.after });
    }
    [a, b] = [match.before + match.length, match.after + match.length];
  }
  return gaps;
}
