import { inlineText, type Inline } from './tree.ts';

/** UTF-16 code units of the line's plain text that an inline takes up; none for footnotes and citations. */
export function inlineLength(inline: Inline): number {
  return inlineText([inline]).length;
}

/**
 * The part of a run of inlines between two offsets of its plain text (a line break counts as one character). What has no
 * length (a footnote) goes with the text before it; at the very start, with the text after it. Links are not cut: they
 * go whole with their first character.
 */
export function sliceInlines(
  children: readonly Inline[],
  start: number,
  end = Number.POSITIVE_INFINITY,
): Inline[] {
  const parts: Inline[] = [];
  let offset = 0;
  for (const inline of children) {
    const length = inlineLength(inline);
    if (length === 0) {
      if (offset <= end && (offset > start || (offset === 0 && start === 0))) parts.push(inline);
      continue;
    }
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, length);
    if (from < to) {
      if (inline.type === 'text') parts.push({ ...inline, text: inline.text.slice(from, to) });
      else if (from === 0) parts.push(inline);
    }
    offset += length;
  }
  return parts;
}

/** Without white space and line breaks at both ends. What has no length is kept wherever it stands. */
export function trimInlines(children: readonly Inline[]): Inline[] {
  const text = inlineText(children);
  const start = text.length - text.trimStart().length;
  const end = Math.max(text.trimEnd().length, start);
  const kept: Inline[] = [];
  let offset = 0;
  for (const inline of children) {
    const length = inlineLength(inline);
    const [from, to] = [Math.max(start - offset, 0), Math.min(end - offset, length)];
    if (length === 0) kept.push(inline);
    else if (from < to) {
      kept.push(inline.type === 'text' ? { ...inline, text: inline.text.slice(from, to) } : inline);
    }
    offset += length;
  }
  return kept;
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

/** The shortest list of inlines with the same look: like neighbours joined, empty texts left out. */
export function joinInlines(children: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of children) {
    if (inline.type === 'text' && inline.text === '') continue;
    const last = joined.at(-1);
    if (inline.type === 'text' && last?.type === 'text' && isAlike(last, inline)) {
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    } else {
      joined.push(inline);
    }
  }
  return joined;
}

type Look = { bold?: true | undefined; marks?: string[] | undefined };

/** Whether two texts look alike and lie under the same comments. */
export function isAlike(one: Look, other: Look): boolean {
  return one.bold === other.bold && (one.marks ?? []).join(' ') === (other.marks ?? []).join(' ');
}

/** How many characters at the start of the plain text are bold. */
export function boldLength(children: readonly Inline[]): number {
  let length = 0;
  for (const inline of children) {
    if (inlineLength(inline) === 0) continue;
    if (inline.type !== 'text' || inline.bold !== true) break;
    length += inline.text.length;
  }
  return length;
}
