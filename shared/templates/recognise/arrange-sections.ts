import { sliceInlines } from '../../document/inlines.ts';
import { inlineText } from '../../document/tree.ts';
import type { Template } from '../template.ts';
import { readCaseNumberLine } from './case-numbers.ts';
import { shapeOf, type Shape } from './heading-shape.ts';
import { readKeywordLine, readUnlabelledKeywords } from './keywords.ts';
import type { RoughBlock, RoughLine } from './rough-block.ts';
import { SectionBuilder, type OpenSection } from './section-builder.ts';
import { compoundNamesOf, namesOf } from './section-names.ts';

export type Arranged = {
  sections: OpenSection[];
  keywords: string[];
  caseNumbers: string[];
  /** What was left out: numbers, brackets and colons of headings, labels of keywords. For the proof that nothing is lost. */
  decoration: string[];
};

type Known = Extract<Shape, { type: 'known' }>;
type Unknown = Extract<Shape, { type: 'unknown' }>;
/** What is true of the headings of the whole text. */
type Habits = { hasKnown: boolean; brackets: Set<string>; hasBold: boolean; rank: number };
type State = Arranged & {
  builder: SectionBuilder;
  habits: Habits;
  blocks: readonly RoughBlock[];
  shapes: readonly (Shape | null)[];
};

/** Puts the blocks after the title into sections. */
export function arrangeSections(blocks: readonly RoughBlock[], template: Template): Arranged {
  const [names, compounds] = [namesOf(template), compoundNamesOf(template)];
  const shapes = blocks.map((block) =>
    block.type === 'line' ? shapeOf(block, names, compounds) : null,
  );
  const builder = new SectionBuilder();
  const state: State = {
    builder,
    sections: builder.sections,
    keywords: [],
    caseNumbers: [],
    decoration: [],
    habits: habitsOf(blocks, shapes),
    blocks,
    shapes: shapes.map((shape, index) => (isPlainItem(blocks, shapes, index) ? null : shape)),
  };
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block?.type === 'table') builder.add(block);
    else if (block !== undefined) index += takeLine(state, block, index);
  }
  return state;
}

/** Takes one line; answers how many of the lines after it were taken with it. */
function takeLine(state: State, line: RoughLine, index: number): number {
  const shape = state.shapes[index] ?? null;
  if (shape?.type === 'known') {
    const { meaning } = shape.label;
    if (meaning.type === 'section') return takeSection(state, line, shape, meaning.id);
    const taken =
      state.builder.current === null || state.builder.current.id === 'body'
        ? takeFacts(state, line, shape, index)
        : null;
    if (taken !== null) return taken;
  } else if (shape?.type === 'unknown' && takeUnknown(state, line, shape, index)) return 0;
  const isBeforeParts = state.builder.sections.every(({ id }) => id === 'body');
  const keywords =
    isBeforeParts && state.keywords.length === 0 && shape === null && line.item === null
      ? readUnlabelledKeywords(inlineText(line.children))
      : null;
  if (keywords !== null) takeKeywords(state, inlineText(line.children), keywords);
  else if (line.item !== null) state.builder.addItem(line, line.item);
  else state.builder.addText(line.children);
  return 0;
}

function takeSection(state: State, line: RoughLine, shape: Known, id: string): number {
  const { builder } = state;
  const { label, level, look } = shape;
  const current = builder.current;
  const number = label.numbering?.value ?? null;
  if (current !== null && isWithin(current, level, number, current.id === id)) {
    takeSubheading(state, line, level, number, label.isAlone);
    return 0;
  }
  const existing = builder.has(id);
  const isSame = current?.id === id && existing !== undefined && existing.blocks.length > 0;
  const isInner =
    isSame && (look !== current.look || (look === 'marked' && line.rank !== state.habits.rank));
  if (isInner && label.isAlone) {
    builder.addHeading(1, inlineText(line.children));
    return 0;
  }
  const text = inlineText(line.children);
  state.decoration.push(text.slice(0, text.indexOf(label.name)));
  state.decoration.push(text.slice(text.indexOf(label.name) + label.name.length, label.restStart));
  if (existing === undefined) builder.open(id, label.name, level, look);
  else if (existing.blocks.length === 0) {
    state.decoration.push(label.name);
    builder.reopen(existing, level, look);
  } else builder.open(null, label.name, level, look);
  builder.addText(sliceInlines(line.children, label.restStart));
  return 0;
}

/**
 * Whether a numbered heading belongs inside the part that is open: it is of a lower rank than the heading that opened
 * it, and the counting starts there (（一）), goes on there, or the name is only another one for the same part.
 */
function isWithin(
  current: OpenSection,
  level: number,
  number: number | null,
  isSame: boolean,
): boolean {
  if (current.id === 'body' || level <= current.level || number === null) return false;
  return isSame || number === 1 || current.lastNumber.get(level) === number - 1;
}

function takeSubheading(
  state: State,
  line: RoughLine,
  level: number,
  number: number | null,
  isAlone: boolean,
): void {
  const { builder } = state;
  if (number !== null) builder.current?.lastNumber.set(level, number);
  const text = inlineText(line.children);
  if (!isAlone) builder.addText(line.children);
  else builder.addHeading(level <= 2 ? 1 : level === 3 ? 2 : 3, text);
}

/** A heading the template does not know: a part of its own (`other-N`), a heading within the part, or no heading at all. */
function takeUnknown(state: State, line: RoughLine, shape: Unknown, index: number): boolean {
  const { builder, habits } = state;
  const { current } = builder;
  const number = shape.numbering?.value ?? null;
  const text = inlineText(line.children);
  if (shape.look === 'marked') {
    const depth = (line.rank ?? 1) - habits.rank;
    if (depth > 0 && current !== null)
      builder.addHeading(depth >= 3 ? 3 : depth === 2 ? 2 : 1, text);
    else openOther(state, text, shape);
    return true;
  }
  if (shape.look === 'bracket') {
    if (habits.hasKnown && !habits.brackets.has(shape.bracket ?? '')) return false;
    openOther(state, text, shape);
    builder.addText(sliceInlines(line.children, shape.restStart));
    return true;
  }
  if (shape.look === 'bold') {
    if (habits.hasBold) openOther(state, text, shape);
    else builder.addHeading(1, text);
    return true;
  }
  const isInside = current !== null && isWithin(current, shape.level, number, false);
  if (shape.level === 1 && !isInside && (number === 1 || !isListed(state, shape, index))) {
    openOther(state, text, shape);
    return true;
  }
  if (number !== null) current?.lastNumber.set(shape.level, number);
  if (isListed(state, shape, index)) return false;
  takeSubheading(state, line, shape.level, number, true);
  return true;
}

function openOther(state: State, text: string, shape: Unknown): void {
  const start = text.indexOf(shape.name);
  state.decoration.push(
    text.slice(0, start),
    text.slice(start + shape.name.length, shape.restStart),
  );
  state.builder.open(null, shape.name, shape.level, shape.look);
}

/** Numbered short lines right after one another are a list, not headings: no text stands under them. */
function isListed(state: State, shape: Unknown, index: number): boolean {
  const next = state.shapes[index + 1];
  if (state.blocks[index + 1] === undefined) return true;
  return next?.type === 'unknown' && next.look === 'numbered' && next.level === shape.level;
}

/** Keywords and case numbers with their labels; null if what follows the label is neither. */
function takeFacts(state: State, line: RoughLine, shape: Known, index: number): number | null {
  const text = inlineText(line.children);
  const { label } = shape;
  const rest = text.slice(label.restStart);
  if (label.meaning.type === 'case-numbers') {
    const { numbers, isAll } = readCaseNumberLine(rest);
    state.caseNumbers.push(...numbers.filter((number) => !state.caseNumbers.includes(number)));
    if (!isAll) return null;
    state.decoration.push(text);
    return 0;
  }
  if (label.meaning.type !== 'keywords' || state.keywords.length > 0) return null;
  if (!label.isAlone) {
    const words = readKeywordLine(rest);
    if (words === null) return null;
    takeKeywords(state, text, words);
    return rest.trimEnd().match(/[、；;，,]$/u) === null ? 0 : takeKeywordLines(state, index + 1);
  }
  const taken = takeKeywordLines(state, index + 1);
  if (taken === 0) return null;
  state.decoration.push(text);
  return taken;
}

/** Lines of keywords under their label: one line of several, or several lines of one each. */
function takeKeywordLines(state: State, start: number): number {
  let taken = 0;
  for (let index = start; index < state.blocks.length; index += 1) {
    const line = state.blocks[index];
    if (line?.type !== 'line' || line.rank !== null || state.shapes[index] !== null) break;
    const text = inlineText(line.children);
    const words = readKeywordLine(text);
    if (words === null || (taken > 0 && (line.isAfterBlank || text.length > 40))) break;
    takeKeywords(state, text, words);
    taken += 1;
    if (words.length > 1 && !/[、；;，,]\s*$/u.test(text)) break;
  }
  return taken;
}

function takeKeywords(state: State, line: string, words: readonly string[]): void {
  let rest = line;
  for (const word of words) {
    if (state.keywords.includes(word) || state.keywords.length >= 50) continue;
    state.keywords.push(word);
    rest = rest.replace(word, '');
  }
  state.decoration.push(rest);
}

function habitsOf(blocks: readonly RoughBlock[], shapes: readonly (Shape | null)[]): Habits {
  const habits: Habits = {
    hasKnown: false,
    brackets: new Set(),
    hasBold: false,
    rank: Number.POSITIVE_INFINITY,
  };
  let lowest = Number.POSITIVE_INFINITY;
  for (const [index, shape] of shapes.entries()) {
    const block = blocks[index];
    const rank = block?.type === 'line' ? block.rank : null;
    if (shape !== null && rank !== null) lowest = Math.min(lowest, rank);
    if (shape?.type !== 'known' || shape.label.meaning.type === 'title') continue;
    if (shape.label.bracket !== null) habits.brackets.add(shape.label.bracket);
    if (shape.label.meaning.type !== 'section') continue;
    habits.hasKnown = true;
    if (shape.look === 'bold') habits.hasBold = true;
    if (rank !== null) habits.rank = Math.min(habits.rank, rank);
  }
  return { ...habits, rank: habits.rank === Number.POSITIVE_INFINITY ? lowest : habits.rank };
}

/** An item among other items is not a heading, unless several of them are named like parts. */
function isPlainItem(
  blocks: readonly RoughBlock[],
  shapes: readonly (Shape | null)[],
  index: number,
): boolean {
  if (!isItem(blocks[index])) return false;
  let [start, end] = [index, index];
  while (isItem(blocks[start - 1])) start -= 1;
  while (isItem(blocks[end + 1])) end += 1;
  const known = shapes.slice(start, end + 1).filter((shape) => shape?.type === 'known').length;
  return end > start && known < 2;
}

function isItem(block: RoughBlock | undefined): boolean {
  return block?.type === 'line' && block.item !== null;
}
