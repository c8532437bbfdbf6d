import { inlineLength, joinInlines } from '../document/inlines.ts';
import { mapInlines } from '../document/map-inlines.ts';
import {
  inlineRuns,
  inlineText,
  type Block,
  type DocumentTree,
  type Inline,
} from '../document/tree.ts';
import { placeLostMarks, type Mark, type MarkedRun, type PlacedMark } from './place-lost-marks.ts';

/** A text bears at most so many threads. */
const MAX_ON_A_TEXT = 50;

/** The document without a trace of its comments: for a copy that is another record, and to tell one text from another. */
export function withoutMarks(document: DocumentTree): DocumentTree {
  return mapRuns(document, bareInlines);
}

export function blockWithoutMarks(block: Block): Block {
  return mapInlines(block, bareInlines);
}

function bareInlines(children: readonly Inline[]): Inline[] {
  const bare = <T extends Inline>(inline: T): T => {
    if (inline.type === 'text') {
      const { marks: _, ...text } = inline;
      return text as T;
    }
    if (inline.type !== 'footnote') return inline;
    return {
      ...inline,
      children: joinInlines(inline.children.map(bare)) as typeof inline.children,
    };
  };
  return joinInlines(children.map(bare));
}

/**
 * `to` with the comments of `from` at the same words: when another text is put in the place of one that was commented on. Marks that
 * `to` already has stay as they are; a comment whose words are not in it loses its place.
 */
export function carryMarks(from: DocumentTree, to: DocumentTree): DocumentTree {
  const before = markedRuns(from);
  if (before.every(({ marks }) => marks.length === 0)) return to;
  return addMarks(to, placeLostMarks(before, markedRuns(to)));
}

/** The document with these marks on its runs, as `markedRuns` counts them. */
export function addMarks(document: DocumentTree, placed: readonly PlacedMark[]): DocumentTree {
  let run = -1;
  return mapRuns(document, (children) => {
    run += 1;
    const here = placed.filter((mark) => mark.run === run);
    return here.reduce(marked, children);
  });
}

export function markedRuns(document: DocumentTree): MarkedRun[] {
  return document.sections.flatMap(({ id, blocks }) =>
    blocks.flatMap(inlineRuns).map((children) => ({
      section: id,
      text: inlineText(children),
      marks: marksOn(children),
    })),
  );
}

/** One for each thread, from where it begins to where it ends. */
function marksOn(children: readonly Inline[]): Mark[] {
  const marks = new Map<string, Mark>();
  let offset = 0;
  for (const inline of children) {
    const [start, end] = [offset, offset + inlineLength(inline)];
    offset = end;
    if (inline.type !== 'text') continue;
    for (const thread of inline.marks ?? []) {
      marks.set(thread, { thread, start: marks.get(thread)?.start ?? start, end });
    }
  }
  return [...marks.values()];
}

/** The run with a mark on what lies between two places of its text. */
function marked(children: Inline[], { thread, start, end }: Mark): Inline[] {
  let offset = 0;
  const parts = children.flatMap((inline): Inline[] => {
    const length = inlineLength(inline);
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, length);
    offset += length;
    if (inline.type !== 'text' || from >= to) return [inline];
    const marks = [...new Set([...(inline.marks ?? []), thread])].slice(0, MAX_ON_A_TEXT);
    return [
      { ...inline, text: inline.text.slice(0, from) },
      { ...inline, text: inline.text.slice(from, to), marks },
      { ...inline, text: inline.text.slice(to) },
    ];
  });
  return joinInlines(parts);
}

function mapRuns(document: DocumentTree, change: (children: Inline[]) => Inline[]): DocumentTree {
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => mapInlines(block, change)),
    })),
  };
}
