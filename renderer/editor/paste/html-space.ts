import type { Inline } from '../../../shared/document/tree.ts';

const HAN = /[\u2e80-\u303f\u3040-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

/**
 * White space in HTML source is one space; but a line end of the source between two Chinese characters is nothing, as a typesetter would
 * have it. Ideographic spaces are text. A no-break space is a space.
 */
export function collapseSpaces(raw: string): string {
  return raw.replaceAll(/[ \t\r\n\f\u00a0]+/g, (space, at: number) => {
    const before = raw[at - 1] ?? '';
    const after = raw[at + space.length] ?? '';
    return space.includes('\n') && HAN.test(before) && HAN.test(after) ? '' : ' ';
  });
}

/** Without spaces at the ends of lines, doubled ones, and the line break with which browsers end a line. */
export function tidyInlines(line: readonly Inline[]): Inline[] {
  const tidy: Inline[] = [];
  for (const inline of line) {
    const last = tidy.at(-1);
    if (inline.type === 'line-break') {
      trimEnd(tidy);
      tidy.push(inline);
      continue;
    }
    if (inline.type !== 'text') {
      tidy.push(inline);
      continue;
    }
    const isAfterSpace =
      last === undefined ||
      last.type === 'line-break' ||
      (last.type === 'text' && last.text.endsWith(' '));
    const text = isAfterSpace ? inline.text.replace(/^ +/, '') : inline.text;
    if (text === '') continue;
    if (last?.type === 'text' && last.bold === inline.bold) {
      tidy[tidy.length - 1] = { ...last, text: last.text + text };
    } else tidy.push({ ...inline, text });
  }
  trimEnd(tidy);
  if (tidy.at(-1)?.type === 'line-break') tidy.pop();
  trimEnd(tidy);
  return tidy;
}

function trimEnd(line: Inline[]): void {
  const last = line.at(-1);
  if (last?.type !== 'text') return;
  const text = last.text.replace(/ +$/, '');
  if (text === '') line.pop();
  else line[line.length - 1] = { ...last, text };
}
