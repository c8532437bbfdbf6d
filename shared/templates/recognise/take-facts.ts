import { inlineText } from '../../document/tree.ts';
import { readCaseNumberLine } from './case-numbers.ts';
import type { Draft } from './draft.ts';
import type { Shape } from './heading-shape.ts';
import { readKeywordLine, readUnlabelledKeywords } from './keywords.ts';
import type { RoughLine } from './rough-block.ts';

type Known = Extract<Shape, { type: 'known' }>;
const MAX_KEYWORDS = 50;

/**
 * Keywords and case numbers behind their labels. Answers how many of the following lines were taken with them, or null
 * if the line is none of these and stays text. Both stand before the text or after its first part, never later.
 */
export function takeFacts(
  draft: Draft,
  line: RoughLine,
  shape: Known,
  index: number,
): number | null {
  if (draft.sections.filter(({ id }) => id !== 'body').length > 1) return null;
  if (shape.label.meaning.type === 'case-numbers')
    return takeCaseNumbers(draft, line, shape, index);
  if (shape.label.meaning.type !== 'keywords' || draft.keywords.length > 0) return null;
  const text = inlineText(line.children);
  if (shape.label.isAlone) {
    const taken = takeKeywordLines(draft, index + 1);
    if (taken === 0) return null;
    draft.decoration.push(text);
    return taken;
  }
  const rest = text.slice(shape.label.restStart);
  const words = readKeywordLine(rest);
  if (words === null) return null;
  draft.decoration.push(text.slice(0, shape.label.restStart));
  keepKeywords(draft, rest, words);
  return /[、；;，,]\s*$/u.test(rest) ? takeKeywordLines(draft, index + 1) : 0;
}

/** Keywords that nobody labelled, between the title and the first part. */
export function takeUnlabelledKeywords(draft: Draft, line: RoughLine): boolean {
  const isBeforeParts = draft.sections.every(({ id }) => id === 'body');
  if (!isBeforeParts || draft.keywords.length > 0 || line.item !== null) return false;
  const text = inlineText(line.children);
  const words = readUnlabelledKeywords(text);
  if (words === null) return false;
  keepKeywords(draft, text, words);
  return true;
}

/** Lines of keywords under their label: one line of several, or several lines of one each. */
function takeKeywordLines(draft: Draft, start: number): number {
  let taken = 0;
  for (const [offset, line] of draft.blocks.slice(start).entries()) {
    if (line.type !== 'line' || line.rank !== null || draft.shapes[start + offset] !== null) break;
    const text = inlineText(line.children);
    const words = readKeywordLine(text);
    if (words === null || (taken > 0 && (line.isAfterBlank || text.length > 40))) break;
    keepKeywords(draft, text, words);
    taken += 1;
    if (words.length > 1 && !/[、；;，,]\s*$/u.test(text)) break;
  }
  return taken;
}

/** What is not kept of the line (separators, a word that is there already) is decoration. */
function keepKeywords(draft: Draft, line: string, words: readonly string[]): void {
  let rest = line;
  for (const word of words) {
    if (draft.keywords.includes(word) || draft.keywords.length >= MAX_KEYWORDS) continue;
    draft.keywords.push(word);
    rest = rest.replace(word, '');
  }
  draft.decoration.push(rest);
}

/** Only a line of nothing but numbers leaves the text; they are found in the other lines, too. */
function takeCaseNumbers(
  draft: Draft,
  line: RoughLine,
  shape: Known,
  index: number,
): number | null {
  const text = inlineText(line.children);
  const next = draft.blocks[index + 1];
  const below = next?.type === 'line' ? inlineText(next.children) : '';
  const { numbers, isAll } = readCaseNumberLine(
    shape.label.isAlone ? below : text.slice(shape.label.restStart),
  );
  draft.caseNumbers.push(...numbers.filter((number) => !draft.caseNumbers.includes(number)));
  if (!isAll) return null;
  draft.decoration.push(text);
  if (!shape.label.isAlone) return 0;
  draft.decoration.push(below);
  return 1;
}
