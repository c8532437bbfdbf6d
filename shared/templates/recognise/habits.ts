import type { Shape } from './heading-shape.ts';
import type { RoughBlock } from './rough-block.ts';

/** How the headings of one text are made, learned from those whose names are known. */
export type Habits = {
  hasKnown: boolean;
  /** The brackets that stand around known names. */
  brackets: Set<string>;
  /** Known names stand alone in bold lines. */
  hasBold: boolean;
  /** The highest rank of marked headings that name parts. */
  rank: number;
  /** Levels of numbering that number the parts themselves, and not headings within them. */
  mainLevels: Set<number>;
};

export function habitsOf(blocks: readonly RoughBlock[], shapes: readonly (Shape | null)[]): Habits {
  const habits: Habits = {
    hasKnown: false,
    brackets: new Set(),
    hasBold: false,
    rank: Infinity,
    mainLevels: new Set(),
  };
  const parts = new Map<number, Set<string>>();
  let lowest = Infinity;
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
    parts.set(shape.level, (parts.get(shape.level) ?? new Set()).add(shape.label.meaning.id));
  }
  if (habits.rank === Infinity) habits.rank = lowest;
  for (const level of [1, 2, 3, 4]) if (isMain(parts, level)) habits.mainLevels.add(level);
  return habits;
}

/**
 * A level of numbers is the main one if it names more parts than all that stand above it: （一）基本案情 …
 * （三）典型意义 are parts, （二）指控与证明犯罪 between 【】 headings is not.
 */
function isMain(parts: ReadonlyMap<number, ReadonlySet<string>>, level: number): boolean {
  const own = parts.get(level)?.size ?? 0;
  let above = 0;
  for (const [other, ids] of parts) if (other < level) above += ids.size;
  return own > above;
}

/** The level a heading counts as: 0 for parts. */
export function levelOf(habits: Habits, level: number): number {
  return habits.mainLevels.has(level) ? 0 : level;
}

/** An item among other items is not a heading, unless several of them are named like parts. */
export function isPlainItem(
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
