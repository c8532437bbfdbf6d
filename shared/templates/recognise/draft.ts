import { joinInlines, splitAtBreaks, trimInlines } from '../../document/inlines.ts';
import { MAX_LIST_DEPTH } from '../../document/tree.ts';
import type { Block, Inline, Section } from '../../document/tree.ts';
import type { Shape } from './heading-shape.ts';
import type { Habits } from './habits.ts';
import type { RoughBlock, RoughLine } from './rough-block.ts';

/** A part being filled. `level` is that of the heading that opened it, `look` how it looked (null for `body`). */
export type OpenSection = Section & {
  level: number;
  look: Shape['look'] | null;
  /** The last number of sub-headings by their level, to see whether a numbered line goes on counting. */
  lastNumbers: Map<number, number>;
};

/** What is known of a record while its lines are read from first to last. */
export type Draft = {
  blocks: readonly RoughBlock[];
  /** What each block could be by itself. */
  shapes: readonly (Shape | null)[];
  habits: Habits;
  sections: OpenSection[];
  keywords: string[];
  caseNumbers: string[];
  /** What was left out: numbers, brackets and colons of headings, labels of keywords. Proves that nothing is lost. */
  decoration: string[];
};

/** 200 sections are allowed; room is left for the text without heading and the template's empty sections. */
const MAX_OPENED = 180;

export function currentSection(draft: Draft): OpenSection | null {
  return draft.sections.at(-1) ?? null;
}

/** Starts a part. Without an id it gets the next `other-N`. Past the limit it is only a heading within its part. */
export function openSection(
  draft: Draft,
  id: string | null,
  heading: string,
  opened: { level: number; look: Shape['look'] | null },
): void {
  const name = plainHeading(heading);
  if (draft.sections.length >= MAX_OPENED) {
    addHeading(draft, 1, name);
    return;
  }
  const others = draft.sections.filter((section) => section.id.startsWith('other-')).length;
  draft.sections.push({
    id: id ?? `other-${others + 1}`,
    heading: name,
    blocks: [],
    ...opened,
    lastNumbers: new Map(),
  });
}

/** `要 旨` is spaced for show; other white space counts as one space. */
export function plainHeading(heading: string): string {
  const plain = heading.replaceAll(/\s+/gu, ' ').trim();
  return /^\S(?: \S)+$/u.test(plain) ? plain.replaceAll(' ', '') : plain;
}

export function addBlock(draft: Draft, block: Block): void {
  if (draft.sections.length === 0) openSection(draft, 'body', '', { level: 0, look: null });
  currentSection(draft)?.blocks.push(block);
}

export function addText(
  draft: Draft,
  children: readonly Inline[],
  align: RoughLine['align'] = null,
): void {
  const trimmed = joinInlines(trimInlines(children));
  if (trimmed.length === 0) return;
  addBlock(draft, {
    type: 'paragraph',
    ...(align === null ? {} : { align }),
    children: trimmed,
  });
}

export function addHeading(draft: Draft, level: 1 | 2 | 3, text: string): void {
  const plain = text.trim();
  if (plain !== '')
    addBlock(draft, { type: 'heading', level, children: [{ type: 'text', text: plain }] });
}

/** A list item: goes on the list before it, or starts one. */
export function addItem(
  draft: Draft,
  line: RoughLine,
  item: { ordered: boolean; depth: number },
): void {
  const children = joinInlines(
    splitAtBreaks(line.children)
      .map(trimInlines)
      .filter((run) => run.length > 0)
      .flatMap((run, index): Inline[] => (index === 0 ? run : [{ type: 'line-break' }, ...run])),
  );
  if (children.length === 0) return;
  const depth = Math.min(item.depth, MAX_LIST_DEPTH - 1);
  const last = currentSection(draft)?.blocks.at(-1);
  if (last?.type === 'list' && (depth > 0 || last.ordered === item.ordered)) {
    last.items.push({ depth, children });
  } else {
    addBlock(draft, { type: 'list', ordered: item.ordered, items: [{ depth, children }] });
  }
}
