import { fold } from '../text/fold.ts';
import { isPseudonym } from '../text/parties/pseudonym.ts';
import { endsThere } from '../text/parties/short-forms.ts';
import { viewOf } from '../text/scan/view.ts';

/** A name that is looked for. `isShort`: a short form of a company's, which something else may begin with. */
export type LookedFor = string | { name: string; isShort?: true };
/** Where a name of the list stands; `name` is its place in the list. */
export type NameHit = { name: number; start: number; end: number };

/** What people and programs put between the characters of a name: blanks, marks without width, the dots of long names. */
const between =
  /(?:[\s\p{Cc}\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0\u00b7\u2022\u2027\u30fb\uff65\u2219\u22c5])+/gu;
const note = /[（(][^）)]*[）)]$/u;

/**
 * Every place where one of the names stands, however it is spread out: any number of blanks, line ends, invisible characters or
 * dots between its characters, in any width. A name inside a longer one of the list is that one. Names of a single character and
 * what is a pseudonym already are not looked for: they would be found everywhere and hide nothing.
 */
export function findPartyNames(text: string, names: readonly LookedFor[]): NameHit[] {
  const wanted = names
    .map((one, at) => ({
      at,
      key: bareName(typeof one === 'string' ? one : one.name),
      isShort: typeof one !== 'string' && one.isShort === true,
    }))
    .filter(({ key }) => Array.from(key).length >= 2 && !isPseudonym(key));
  if (wanted.length === 0) return [];
  const { bare, toSource } = bareView(text);
  const hits: (NameHit & { length: number })[] = [];
  for (const { at, key, isShort } of wanted) {
    for (let place = bare.indexOf(key); place !== -1; place = bare.indexOf(key, place + 1)) {
      const start = toSource(place);
      const end = toSource(place + key.length - 1) + 1;
      if (/^[a-z]/u.test(key) && !standsAlone(text, start, end)) continue;
      if (isShort && !endsThere(bare.slice(place + key.length, place + key.length + 4))) continue;
      hits.push({ name: at, start, end, length: key.length });
    }
  }
  return withoutInner(hits);
}

/** Looks for many names in one text after another, and answers those that stand in it; see `findPartyNames`. */
export function namesStanding<Named extends { name: string }>(
  names: readonly Named[],
): (text: string) => Named[] {
  /** By their first two units: of thousands of names, few begin somewhere in a text. */
  const isFirst = new Uint8Array(0x10000);
  const byBeginning = new Map<string, { named: Named; key: string; at: number }[]>();
  for (const [at, named] of names.entries()) {
    const key = bareName(named.name);
    if (Array.from(key).length < 2 || isPseudonym(key)) continue;
    const beginning = key.slice(0, 2);
    isFirst[key.charCodeAt(0)] = 1;
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), { named, key, at }]);
  }
  return (text) => {
    const { bare } = bareView(text);
    const beginnings = new Set<string>();
    for (let at = 0; at + 1 < bare.length; at += 1) {
      if (isFirst[bare.charCodeAt(at)] === 1) beginnings.add(bare.slice(at, at + 2));
    }
    return Array.from(beginnings)
      .flatMap((one) => byBeginning.get(one) ?? [])
      .filter(({ key }) => bare.includes(key))
      .toSorted((one, other) => one.at - other.at)
      .map(({ named }) => named);
  };
}

/** The same names are asked for in text after text; what they are compared by is worked out once. */
const bareNames = new Map<string, string>();
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 100;

/** A text as names are compared: folded, without what may stand between characters, without a note in brackets at its end. */
export function bareName(name: string): string {
  const known = bareNames.get(name);
  if (known !== undefined) return known;
  const key = bareOf(name);
  if (name.length > LONGEST_KEPT) return key;
  if (bareNames.size >= MOST_KEPT) bareNames.clear();
  bareNames.set(name, key);
  return key;
}

function bareOf(name: string): string {
  const folded = fold(name.trim()).replace(note, '');
  return viewOf(folded).text.replaceAll(between, '');
}

/** Ada is not in Canada. */
function standsAlone(text: string, start: number, end: number): boolean {
  const letter = /[a-z]/iu;
  return !letter.test(text.charAt(start - 1)) && !letter.test(text.charAt(end));
}

function withoutInner(hits: readonly (NameHit & { length: number })[]): NameHit[] {
  const sorted = hits.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const outer: NameHit[] = [];
  let reach = -1;
  for (const { name, start, end } of sorted) {
    if (end <= reach) continue;
    reach = end;
    outer.push({ name, start, end });
  }
  return outer;
}

/** The text without what may stand between, and the way back. */
function bareView(text: string): { bare: string; toSource: (place: number) => number } {
  const view = viewOf(text);
  const toText = (place: number) =>
    view.toSource({ kind: 'address', start: place, end: place + 1 }).start;
  const starts: number[] = [0];
  const shifts: number[] = [0];
  let bare = '';
  let at = 0;
  for (const match of view.text.matchAll(between)) {
    bare += view.text.slice(at, match.index);
    at = match.index + match[0].length;
    starts.push(bare.length);
    shifts.push(at - bare.length);
  }
  bare += view.text.slice(at);
  return { bare, toSource: (place) => toText(place + (shifts[lastUpTo(starts, place)] ?? 0)) };
}

/** The index of the last of the rising numbers that is not above one. */
function lastUpTo(rising: readonly number[], limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
