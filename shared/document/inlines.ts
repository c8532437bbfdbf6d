import { inlineText, type Inline } from './tree.ts';

/** The part of a run of inlines between two offsets of its plain text (a line break counts as one character). */
export function sliceInlines(
  children: readonly Inline[],
  start: number,
  end = Number.POSITIVE_INFINITY,
): Inline[] {
  const parts: Inline[] = [];
  let offset = 0;
  for (const inline of children) {
    const length = inline.type === 'text' ? inline.text.length : 1;
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, length);
    if (from < to) {
      parts.push(
        inline.type === 'text' ? { ...inline, text: inline.text.slice(from, to) } : inline,
      );
    }
    offset += length;
  }
  return parts;
}

/** Without white space and line breaks at both ends. */
export function trimInlines(children: readonly Inline[]): Inline[] {
  const text = inlineText(children);
  const start = text.length - text.trimStart().length;
  return sliceInlines(children, start, Math.max(text.trimEnd().length, start));
}

/** One run for each line. */
export function splitAtBreaks(children: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of children) {
    if (inline.type === 'line-break') lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  return lines;
}

/** The shortest list of inlines with the same look: neighbours of the same weight joined, empty texts left out. */
export function joinInlines(children: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of children) {
    if (inline.type === 'text' && inline.text === '') continue;
    const last = joined.at(-1);
    if (inline.type === 'text' && last?.type === 'text' && last.bold === inline.bold) {
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    } else {
      joined.push(inline);
    }
  }
  return joined;
}

/** How many characters at the start of the plain text are bold. */
export function boldLength(children: readonly Inline[]): number {
  let length = 0;
  for (const inline of children) {
    if (inline.type !== 'text' || inline.bold !== true) break;
    length += inline.text.length;
  }
  return length;
}
