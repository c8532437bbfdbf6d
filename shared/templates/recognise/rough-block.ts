import {
  inlineRuns,
  inlineText,
  type Image,
  type Inline,
  type Table,
} from '../../document/tree.ts';

/** What a file reader hands to the recogniser: lines in their order, with the hints the file gave, tables and pictures. */
export type RoughBlock = RoughLine | Table | Image;

export type RoughLine = {
  type: 'line';
  children: Inline[];
  /** Marked as a heading by the file (markdown `#`, Word heading styles): 1–6, 0 for Word's title style. */
  rank: number | null;
  item: { ordered: boolean; depth: number } | null;
  isCentred: boolean;
  /** As the file sets it; null as usual. White space that centres a line of plain text is none. */
  align: 'center' | 'right' | null;
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
    align: null,
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

/** The text of a block, lines joined by `\n`, without its footnotes. */
export function roughText(block: RoughBlock): string {
  return runsOf(block).map(inlineText).join('\n');
}

/** All lines of a block, those of its footnotes after it. */
export function roughLines(block: RoughBlock): string[] {
  const notes = footnotesOf(block).map(({ children }) => inlineText(children));
  return [roughText(block), ...notes].flatMap((text) => text.split('\n'));
}

export function footnotesOf(block: RoughBlock): Extract<Inline, { type: 'footnote' }>[] {
  return runsOf(block)
    .flat()
    .filter((inline) => inline.type === 'footnote');
}

/** Nothing to read or to look at. */
export function isBlank(block: RoughBlock): boolean {
  return block.type !== 'image' && roughLines(block).every((line) => line.trim() === '');
}

function runsOf(block: RoughBlock): Inline[][] {
  return block.type === 'line' ? [block.children] : inlineRuns(block);
}
