import type { Find, Finding } from './finding.ts';

/** A number that goes on in the next line. */
const wrap = /[\da-z-]\n[ \t]{0,8}[\da-z-]/gu;
const NEAR = 40;

/**
 * What a search finds only when a line end within a number is overlooked. A column of figures is not one long number:
 * where the neighbours above or below are figures too, nothing is joined.
 */
export function findWrapped(
  text: string,
  found: readonly Finding[],
  finds: readonly Find[],
): Finding[] {
  const joined: Finding[] = [];
  const taken = new Set(found.flatMap(({ start, end }) => [`<${start}`, `>${end}`]));
  for (const match of text.matchAll(wrap)) {
    const lineEnd = match.index + 1;
    const next = match.index + match[0].length - 1;
    const from = Math.max(text.lastIndexOf('\n', lineEnd - 1) + 1, lineEnd - NEAR);
    const newline = text.indexOf('\n', next);
    const to = Math.min(newline === -1 ? text.length : newline, next + NEAR);
    if (isColumn(text, from, lineEnd, next, to)) continue;
    const window = text.slice(from, lineEnd) + text.slice(next, to);
    const cut = lineEnd - from;
    const gap = next - lineEnd;
    for (const find of finds) {
      for (const { kind, start, end } of find(window)) {
        if (start >= cut || end <= cut) continue;
        // What is whole on one line does not go on in the next, unless a check digit says so.
        const isChecked = kind === 'id-card' || kind === 'credit-code' || kind === 'bank-card';
        const isPart = taken.has(`<${from + start}`) || taken.has(`>${from + end + gap}`);
        if (isChecked || !isPart) joined.push({ kind, start: from + start, end: from + end + gap });
      }
    }
  }
  return joined;
}

const figure = /^[\s\d.,%-]+$/u;

function isColumn(text: string, from: number, lineEnd: number, next: number, to: number): boolean {
  if (!figure.test(text.slice(from, lineEnd)) || !figure.test(text.slice(next, to))) return false;
  return isFigureBefore(text, from) || isFigureAfter(text, to);
}

function isFigureBefore(text: string, from: number): boolean {
  const end = from - 1;
  return figure.test(
    text.slice(Math.max(text.lastIndexOf('\n', end - 1) + 1, end - NEAR, 0), Math.max(end, 0)),
  );
}

function isFigureAfter(text: string, to: number): boolean {
  const end = text.indexOf('\n', to + 1);
  return figure.test(text.slice(to + 1, Math.min(end === -1 ? text.length : end, to + NEAR)));
}
