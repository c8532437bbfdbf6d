import { sliceInlines } from '../../document/inlines.ts';
import { inlineText } from '../../document/tree.ts';
import type { Template } from '../template.ts';
import {
  addBlock,
  addHeading,
  addItem,
  addText,
  currentSection,
  openSection,
  plainHeading,
  type Draft,
  type OpenSection,
} from './draft.ts';
import { habitsOf, isPlainItem, levelOf } from './habits.ts';
import { shapeOf, type Shape } from './heading-shape.ts';
import type { RoughBlock, RoughLine } from './rough-block.ts';
import { compoundNamesOf, namesOf } from './section-names.ts';
import { takeFacts, takeUnlabelledKeywords } from './take-facts.ts';

type Known = Extract<Shape, { type: 'known' }>;
type Unknown = Extract<Shape, { type: 'unknown' }>;

/** Puts the blocks after the title into sections, and keywords and case numbers where they belong. */
export function arrangeSections(blocks: readonly RoughBlock[], template: Template): Draft {
  const [names, compounds] = [namesOf(template), compoundNamesOf(template)];
  const shapes = blocks.map((block) =>
    block.type === 'line' ? shapeOf(block, names, compounds) : null,
  );
  const draft: Draft = {
    blocks,
    shapes: shapes.map((shape, index) => (isPlainItem(blocks, shapes, index) ? null : shape)),
    habits: habitsOf(blocks, shapes),
    sections: [],
    keywords: [],
    caseNumbers: [],
    decoration: [],
  };
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block?.type === 'table' || block?.type === 'image') addBlock(draft, block);
    else if (block !== undefined) index += takeLine(draft, block, index);
  }
  return draft;
}

/** Takes one line; answers how many of the lines after it were taken with it. */
function takeLine(draft: Draft, line: RoughLine, index: number): number {
  const shape = draft.shapes[index] ?? null;
  if (shape?.type === 'known') {
    const { meaning } = shape.label;
    if (meaning.type === 'section') {
      takeKnown(draft, line, shape, meaning.id);
      return 0;
    }
    const taken = takeFacts(draft, line, shape, index);
    if (taken !== null) return taken;
  } else if (shape?.type === 'unknown') {
    if (takeUnknown(draft, line, shape, index)) return 0;
  } else if (takeUnlabelledKeywords(draft, line)) return 0;
  if (line.item === null) addText(draft, line.children, line.align);
  else addItem(draft, line, line.item);
  return 0;
}

/** A heading of the template: a part, or a heading within the part that is open. */
function takeKnown(draft: Draft, line: RoughLine, shape: Known, id: string): void {
  const { label, look } = shape;
  const current = currentSection(draft);
  const level = levelOf(draft.habits, shape.level);
  const number = label.numbering?.value ?? null;
  if (current !== null && isWithin(current, level, number, current.id === id)) {
    takeSubheading(draft, line, shape.level, number, label.isAlone);
    return;
  }
  const isOtherName = current?.id === id && current.blocks.length > 0;
  const isLower = look !== current?.look || (look === 'marked' && line.rank !== draft.habits.rank);
  if (isOtherName && isLower && label.isAlone) {
    addHeading(draft, 1, inlineText(line.children));
    return;
  }
  leaveOut(draft, inlineText(line.children), label.name, label.restStart);
  const existing = draft.sections.find((section) => section.id === id);
  const isNamedAgain =
    existing?.blocks.length === 0 && existing.heading === plainHeading(label.name);
  if (isNamedAgain) reopenSection(draft, existing, label.name);
  else openSection(draft, existing === undefined ? id : null, label.name, { level, look });
  addText(draft, sliceInlines(line.children, label.restStart));
}

/** Goes on in a part that was named before but has no text yet, as in a table of contents. */
function reopenSection(draft: Draft, section: OpenSection, name: string): void {
  draft.decoration.push(name);
  draft.sections.splice(draft.sections.indexOf(section), 1);
  draft.sections.push(section);
}

/**
 * Whether a numbered heading belongs inside the part that is open: it is of a lower level than the heading that opened
 * it, and the counting starts there (（一）), goes on there, or the name is only another one for the same part.
 */
function isWithin(
  current: OpenSection,
  level: number,
  number: number | null,
  isSame: boolean,
): boolean {
  if (current.id === 'body' || level <= current.level || number === null) return false;
  return isSame || number === 1 || current.lastNumbers.get(level) === number - 1;
}

function takeSubheading(
  draft: Draft,
  line: RoughLine,
  level: number,
  number: number | null,
  isAlone: boolean,
): void {
  if (number !== null) currentSection(draft)?.lastNumbers.set(level, number);
  if (isAlone) addHeading(draft, level <= 2 ? 1 : level === 3 ? 2 : 3, inlineText(line.children));
  else addText(draft, line.children);
}

/** A heading the template does not know: a part of its own (`other-N`), a heading within the part, or only text. */
function takeUnknown(draft: Draft, line: RoughLine, shape: Unknown, index: number): boolean {
  const { habits } = draft;
  switch (shape.look) {
    case 'marked': {
      const depth = (line.rank ?? 1) - habits.rank;
      if (depth <= 0 || currentSection(draft) === null) openOther(draft, line, shape);
      else addHeading(draft, depth >= 3 ? 3 : depth === 2 ? 2 : 1, inlineText(line.children));
      return true;
    }
    case 'bracket':
      if (habits.hasKnown && !habits.brackets.has(shape.bracket ?? '')) return false;
      openOther(draft, line, shape);
      return true;
    case 'bold':
      if (habits.hasBold) openOther(draft, line, shape);
      else addHeading(draft, 1, inlineText(line.children));
      return true;
    default:
      return takeNumbered(draft, line, shape, index);
  }
}

function takeNumbered(draft: Draft, line: RoughLine, shape: Unknown, index: number): boolean {
  const current = currentSection(draft);
  const level = levelOf(draft.habits, shape.level);
  const number = shape.numbering?.value ?? null;
  const isInside = current !== null && isWithin(current, level, number, false);
  const isPart = shape.level === 1 || level === 0;
  const isListed = isInList(draft, shape, index, isPart);
  if (isPart && !isInside && !isListed) {
    openOther(draft, line, shape);
    return true;
  }
  if (isListed) {
    if (number !== null) current?.lastNumbers.set(shape.level, number);
    return false;
  }
  takeSubheading(draft, line, shape.level, number, true);
  return true;
}

function openOther(draft: Draft, line: RoughLine, shape: Unknown): void {
  const level = levelOf(draft.habits, shape.level);
  leaveOut(draft, inlineText(line.children), shape.name, shape.restStart);
  openSection(draft, null, shape.name, { level, look: shape.look });
  addText(draft, sliceInlines(line.children, shape.restStart));
}

/** Numbers, brackets and colons around a name are not kept: the name is. */
function leaveOut(draft: Draft, text: string, name: string, restStart: number): void {
  const start = text.indexOf(name);
  draft.decoration.push(text.slice(0, start), text.slice(start + name.length, restStart));
}

/**
 * Numbered short lines right after one another are a list, not headings: no text stands under them. The last of them
 * could still be a heading if it numbers parts.
 */
function isInList(draft: Draft, shape: Unknown, index: number, isPart: boolean): boolean {
  if (draft.blocks[index + 1] === undefined) return true;
  const isAlike = (other: Shape | null | undefined) =>
    other?.type === 'unknown' && other.look === 'numbered' && other.level === shape.level;
  return isAlike(draft.shapes[index + 1]) || (!isPart && isAlike(draft.shapes[index - 1]));
}
