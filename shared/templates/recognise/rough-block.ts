import { inlineText, type Inline, type Table } from '../../document/tree.ts';

/** What a file reader hands to the recogniser: lines in their order, with the hints the file gave, and tables. */
export type RoughBlock = RoughLine | Table;

export type RoughLine = {
  type: 'line';
  children: Inline[];
  /** Marked as a heading by the file (markdown `#`, Word heading styles): 1–6, 0 for Word's title style. */
  rank: number | null;
  item: { ordered: boolean; depth: number } | null;
  isCentred: boolean;
  /** At least one empty line stood before it. */
  isAfterBlank: boolean;
};

export function roughLine(
  children: Inline[],
  hints: Partial<Omit<RoughLine, 'type' | 'children'>> = {},
): RoughLine {
  return {
    type: 'line',
    children,
    rank: null,
    item: null,
    isCentred: false,
    isAfterBlank: false,
    ...hints,
  };
}

/** A line of plain text; `''` gives a line without inlines. */
export function textLine(
  text: string,
  hints: Partial<Omit<RoughLine, 'type' | 'children'>> = {},
): RoughLine {
  return roughLine(text === '' ? [] : [{ type: 'text', text }], hints);
}

/** The text of a block, lines joined by `\n`. */
export function roughText(block: RoughBlock): string {
  if (block.type === 'line') return inlineText(block.children);
  return block.rows
    .flatMap((row) => row.flatMap((cell) => cell.children))
    .map((paragraph) => inlineText(paragraph.children))
    .join('\n');
}
