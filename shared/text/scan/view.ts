import { fold } from '../fold.ts';
import type { Finding } from './finding.ts';

/** A text as the rules read it, and the way back to where its characters stand in the source. */
export type View = {
  text: string;
  /** The same finding in the source: invisible characters inside it belong to it, those around it do not. */
  toSource: (finding: Finding) => Finding;
};

/** Soft hyphen, zero-width space and joiners, direction marks, word joiner, byte order mark, variation selectors. */
const invisible =
  /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]/gu;
const anyInvisible = new RegExp(invisible.source, 'u');
/** What the fold makes digits of although it ends a number rather than being part of one: ① ² ₂. */
const digitLike =
  /[\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u2473\u24ea\u24f5-\u24ff\u2776-\u2793]/gu;

/** Folded (see `fold`), without characters that cannot be seen, and with numbers in circles as what they are. */
export function viewOf(source: string): View {
  const text = fold(source.replace(digitLike, '※'));
  const gaps = gapsIn(text);
  if (gaps.length === 0) return { text, toSource: (finding) => finding };
  return { text: text.replace(invisible, ''), toSource: backThrough(gaps) };
}

/** The places of the invisible characters, in order. No objects for each: a text may be made of nothing else. */
function gapsIn(text: string): number[] {
  const gaps: number[] = [];
  if (!anyInvisible.test(text)) return gaps;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) > 0xac && anyInvisible.test(text.charAt(at))) gaps.push(at);
  }
  return gaps;
}

/** `gaps` are the places, in order, of the single units that were left out. */
function backThrough(gaps: readonly number[]): View['toSource'] {
  // How far a place moves: as many as there are gaps before it. The gap number k lies before the place gaps[k] - k.
  const moved = (place: number): number => {
    let low = 0;
    let high = gaps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((gaps[middle] ?? 0) - middle <= place) low = middle + 1;
      else high = middle;
    }
    return place + low;
  };
  return ({ kind, start, end }) => ({ kind, start: moved(start), end: moved(end - 1) + 1 });
}
