import type { Block, Heading } from './tree.ts';

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1–99 as the field writes it: 一, 十, 十二, 二十, 九十九. Beyond, Arabic numerals. */
export function chineseNumeral(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens] ?? ''}十`;
  return head + (ones === 0 ? '' : (digits[ones] ?? ''));
}

/**
 * The numbers of a section's numbered headings, as GB/T 9704-2012 has them: （一）, 1. and （1） for the levels 1 to 3. A
 * level starts again under each numbered heading above it. Headings without `numbered` have none.
 */
export function headingNumbers(blocks: readonly Block[]): Map<Heading, string> {
  const numbers = new Map<Heading, string>();
  const counts = [0, 0, 0];
  for (const block of blocks) {
    if (block.type !== 'heading' || block.numbered !== true) continue;
    const place = block.level - 1;
    counts[place] = (counts[place] ?? 0) + 1;
    counts.fill(0, place + 1);
    numbers.set(block, headingNumber(block.level, counts[place] ?? 1));
  }
  return numbers;
}

/** How the `count`th heading of a level is numbered. */
export function headingNumber(level: 1 | 2 | 3, count: number): string {
  switch (level) {
    case 1:
      return `（${chineseNumeral(count)}）`;
    case 2:
      return `${String(count)}.`;
    case 3:
      return `（${String(count)}）`;
  }
}
