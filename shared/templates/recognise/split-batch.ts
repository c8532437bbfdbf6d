import { precedent } from '../precedent.ts';
import { readNumbering } from './numbering.ts';
import { readLabel } from './read-label.ts';
import { isBlank, roughText, type RoughBlock } from './rough-block.ts';
import { namesOf } from './section-names.ts';

const MAX_OPENING = 120;
const ordinal =
  /^[【〔[《]?\s*(?:[\p{Script=Han}]{0,6}典型|指导性|精品|优秀)?案例\s*(?:之\s*)?([一二三四五六七八九十]{1,3}|[0-9０-９]{1,3})(?![0-9０-９一二三四五六七八九十])/u;
const names = namesOf(precedent);

/**
 * The cases of a published batch, each from the line that counts it (案例一 …, or 一、…案) to the next. What stands
 * before the first, the notice and the list, comes first as a text of its own, so that nothing is lost. Any other text
 * is one piece. It is a batch only if the count runs 1, 2, … to the end and every case names a part such as 基本案情:
 * a study that cites 案例一 and 案例二 stays whole. The last such count is taken, because a list of contents counts too.
 */
export function splitBatch(blocks: readonly RoughBlock[]): RoughBlock[][] {
  for (const valueOf of [ordinalValue, numberedValue]) {
    const starts = startsOf(blocks, valueOf);
    if (starts === null) continue;
    const cases = starts.map((start, index) => blocks.slice(start, starts[index + 1]));
    if (!cases.every(namesAPart)) continue;
    const before = blocks.slice(0, starts[0]);
    const isAny = before.some((block) => !isBlank(block));
    return isAny ? [[...before], ...cases] : cases;
  }
  return [[...blocks]];
}

/** Where the cases of the last count begin: from its 1 on, two at least. */
function startsOf(
  blocks: readonly RoughBlock[],
  valueOf: (text: string) => number | null,
): number[] | null {
  let starts: number[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'line') continue;
    const text = roughText(block).trim();
    const value = text.length > MAX_OPENING ? null : valueOf(text);
    if (value === 1) starts = [index];
    else if (value !== null && value === starts.length + 1) starts.push(index);
  }
  return starts.length < 2 ? null : starts;
}

function ordinalValue(text: string): number | null {
  const digits = /[。；;]$/u.test(text) ? undefined : ordinal.exec(text)?.[1];
  return digits === undefined ? null : (readNumbering(`${digits}、`)?.value ?? null);
}

function numberedValue(text: string): number | null {
  const number = readNumbering(text);
  return number?.level === 1 && /案(?:例)?$/u.test(text) ? number.value : null;
}

function namesAPart(blocks: readonly RoughBlock[]): boolean {
  return blocks.some(
    (block) =>
      block.type === 'line' && readLabel(roughText(block), names)?.meaning.type === 'section',
  );
}
