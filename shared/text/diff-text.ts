import { align, gapsBetween } from './align.ts';

/** A piece of a comparison of two texts: without the added pieces it reads as the earlier, without the removed as the later. */
export type DiffSpan = { op: 'same' | 'removed' | 'added'; text: string };
/** What is replaced: code units of each text. */
type Edit = { a0: number; a1: number; b0: number; b1: number };

/** Texts longer than this are compared sentence by sentence first. Code units. */
const LONG = 2000;
/** Sentences alone are looked at where a stretch between two like ones is longer than this on both sides. */
const LONG_GAP = 6000;
/** A mark between two changed words is kept for as long as both words are shorter than this. */
const WEIGHT_OF_MARK = 4;
/** With less in common than this, two texts are two texts. */
const LEAST_COMMON = 0.2;

const mark = /^[\p{P}\p{Z}\s]+$/u;

/**
 * How one text became another, for a reader of Chinese: whole words are replaced rather than characters of them (制定 by
 * 制订, not 定 by 订), a change that could stand in several places stands at a boundary, and what is left between two
 * changes is not a character that both happen to have. Whole texts are replaced where hardly anything is common. Words are
 * those of the runtime's dictionary (`Intl.Segmenter`). Time is about linear in the length but for 1,000 × 1,000 steps
 * where everything differs.
 */
export function diffText(before: string, after: string): DiffSpan[] {
  if (before === after) return before === '' ? [] : [{ op: 'same', text: before }];
  if (before === '' || after === '') return spansOf(before, after, [wholeOf(before, after)]);
  let edits = editsOf(before, after);
  edits = edits.map((edit) => slide(before, after, edit));
  edits = merge(snap(before, after, edits), before);
  if (readsAsNew(before, after, edits)) return spansOf(before, after, [wholeOf(before, after)]);
  return spansOf(before, after, wholeSentences(before, after, edits));
}

const wholeOf = (before: string, after: string): Edit => ({
  a0: 0,
  a1: before.length,
  b0: 0,
  b1: after.length,
});

function editsOf(before: string, after: string): Edit[] {
  if (Math.min(before.length, after.length) <= LONG) return charactersOf(before, after, 0, 0);
  const [one, other] = [sentencesOf(before), sentencesOf(after)];
  const gaps = gapsBetween(
    align(
      one.map(({ text }) => text),
      other.map(({ text }) => text),
      { anchors: true },
    ),
    one.length,
    other.length,
  );
  return gaps.flatMap((gap) => {
    const a0 = one[gap.beforeStart]?.start ?? before.length;
    const a1 = one[gap.beforeEnd]?.start ?? before.length;
    const b0 = other[gap.afterStart]?.start ?? after.length;
    const b1 = other[gap.afterEnd]?.start ?? after.length;
    if (Math.min(a1 - a0, b1 - b0) > LONG_GAP) return [{ a0, a1, b0, b1 }];
    return charactersOf(before.slice(a0, a1), after.slice(b0, b1), a0, b0);
  });
}

/** The edits between two stretches, which begin at `a` and `b` of the whole texts. */
function charactersOf(before: string, after: string, a: number, b: number): Edit[] {
  const gaps = gapsBetween(
    align(unitsOf(before), unitsOf(after), { anchors: false }),
    before.length,
    after.length,
  );
  return gaps.map((gap) => ({
    a0: a + gap.beforeStart,
    a1: a + gap.beforeEnd,
    b0: b + gap.afterStart,
    b1: b + gap.afterEnd,
  }));
}

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

function sentencesOf(text: string): { start: number; text: string }[] {
  return [...text.matchAll(/[^。！？；\n]*(?:[。！？；\n][”’」』）]*|$)/gu)]
    .filter(([sentence]) => sentence !== '')
    .map((found) => ({ start: found.index, text: found[0] }));
}

/** A pure insertion or removal can often stand a little earlier or later: it goes to where a sentence or clause begins. */
function slide(before: string, after: string, edit: Edit): Edit {
  const isInsertion = edit.a0 === edit.a1;
  if (!isInsertion && edit.b0 !== edit.b1) return edit;
  const text = isInsertion ? after : before;
  const [start, end] = isInsertion ? [edit.b0, edit.b1] : [edit.a0, edit.a1];
  const size = end - start;
  const room = isInsertion ? edit.a0 : edit.b0;
  let low = 0;
  while (low < room && low < start && text[start - low - 1] === text[end - low - 1]) low += 1;
  let [best, most] = [0, -1];
  for (let step = -low; ; step += 1) {
    const score = boundary(text, start + step) + boundary(text, end + step);
    // Of equal places the last: 3月 that became 3月至9月 reads as 至9月 added, not as 月至9 put in.
    if (score >= most) [best, most] = [step, score];
    if (end + step >= text.length || text[start + step] !== text[end + step]) break;
    if (step > size) break;
  }
  const { a0, a1, b0, b1 } = edit;
  return { a0: a0 + best, a1: a1 + best, b0: b0 + best, b1: b1 + best };
}

function boundary(text: string, at: number): number {
  const before = text[at - 1];
  if (before === undefined || at === text.length || before === '\n') return 4;
  if (/[。！？；]/u.test(before)) return 3;
  if (/[，、：,;:]/u.test(before)) return 2;
  return 0;
}

/** Widens edits to whole words of both texts. Edits that come to touch become one. */
function snap(before: string, after: string, edits: readonly Edit[]): Edit[] {
  const [one, other] = [wordStarts(before), wordStarts(after)];
  const snapped: Edit[] = [];
  for (const [index, edit] of edits.entries()) {
    const last = snapped.at(-1);
    let { a0, a1, b0, b1 } = edit;
    const left = last?.a1 ?? 0;
    const right = edits[index + 1]?.a0 ?? before.length;
    while (a0 > left && (one[a0] === 0 || other[b0] === 0)) [a0, b0] = [a0 - 1, b0 - 1];
    while (a1 < right && (one[a1] === 0 || other[b1] === 0)) [a1, b1] = [a1 + 1, b1 + 1];
    if (last !== undefined && last.a1 >= a0) [last.a1, last.b1] = [a1, b1];
    else snapped.push({ a0, a1, b0, b1 });
  }
  return snapped;
}

let segmenter: Intl.Segmenter | undefined;

/** 1 where a word begins, and at the end. */
function wordStarts(text: string): Uint8Array {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const starts = new Uint8Array(text.length + 1);
  for (const { index } of segmenter.segment(text)) starts[index] = 1;
  starts[text.length] = 1;
  return starts;
}

/** Edits with less between them than each of them changes are one: what is between is there by chance. */
function merge(edits: readonly Edit[], before: string): Edit[] {
  const merged: Edit[] = [];
  for (const edit of edits) {
    let next = { ...edit };
    for (let last = merged.at(-1); last !== undefined; last = merged.at(-1)) {
      const between = before.slice(last.a1, next.a0);
      const weight = between.length * (mark.test(between) ? WEIGHT_OF_MARK : 1);
      if (weight > Math.min(sizeOf(last), sizeOf(next))) break;
      next = { a0: last.a0, a1: next.a1, b0: last.b0, b1: next.b1 };
      merged.pop();
    }
    merged.push(next);
  }
  return merged;
}

const sizeOf = ({ a0, a1, b0, b1 }: Edit) => Math.max(a1 - a0, b1 - b0);

/** A sentence that begins as the one it stands before (二是甲。三是乙 where there was 二是乙) is shown whole. */
const LONGEST_BEGINNING = 4;
const sentenceEnd = /[。！？；\n][”’」』）]*(?=[^。！？；\n]*$)/u;

function wholeSentences(before: string, after: string, edits: readonly Edit[]): Edit[] {
  return edits.flatMap((edit, index) => {
    const { a0, a1, b0, b1 } = edit;
    const isInsertion = a0 === a1;
    if (!isInsertion && b0 !== b1) return [edit];
    const [text, start, end] = isInsertion ? [after, b0, b1] : [before, a0, a1];
    const found = sentenceEnd.exec(text.slice(start, end));
    const beginning = lengthOfBeginning(text, start);
    const room = a0 - (edits[index - 1]?.a1 ?? 0);
    if (found === null || beginning === 0 || beginning > room) return [edit];
    const size = found.index + found[0].length;
    if (start + size === end) return [edit];
    const [a, b] = [a0 - beginning, b0 - beginning];
    const whole = size + beginning;
    return isInsertion
      ? [
          { a0: a, a1: a, b0: b, b1: b + whole },
          { a0: a, a1, b0: b + whole, b1 },
        ]
      : [
          { a0: a, a1: a + whole, b0: b, b1: b },
          { a0: a + whole, a1, b0: b, b1 },
        ];
  });
}

/** How far before a place its sentence begins, if that is near; 0 if it is not or the sentence begins here. */
function lengthOfBeginning(text: string, at: number): number {
  for (let length = 0; length <= LONGEST_BEGINNING; length += 1) {
    if (boundary(text, at - length) >= 3) return length;
  }
  return 0;
}

function readsAsNew(before: string, after: string, edits: readonly Edit[]): boolean {
  const changed = edits.reduce((sum, { a0, a1 }) => sum + a1 - a0, 0);
  const kept = before.length - changed;
  return edits.length > 1 && kept < Math.max(before.length, after.length) * LEAST_COMMON;
}

function spansOf(before: string, after: string, edits: readonly Edit[]): DiffSpan[] {
  const spans: DiffSpan[] = [];
  const push = (op: DiffSpan['op'], text: string) => {
    if (text !== '') spans.push({ op, text });
  };
  let at = 0;
  for (const { a0, a1, b0, b1 } of edits) {
    push('same', before.slice(at, a0));
    push('removed', before.slice(a0, a1));
    push('added', after.slice(b0, b1));
    at = a1;
  }
  push('same', before.slice(at));
  return spans;
}
