/** One of five shades, the darkest 5; 0 is none. */
export type Shade = 0 | 1 | 2 | 3 | 4 | 5;
export type Step = { from: number; to: number; shade: Shade };

/**
 * Puts numbers above nought into at most five steps, each with about as many different numbers, so that one very high number does not
 * make all others look alike. Every step says from what to what it goes.
 */
export function stepsOf(values: readonly number[]): Step[] {
  const different = [...new Set(values.filter((value) => value > 0))].toSorted((a, b) => a - b);
  const count = Math.min(5, different.length);
  return Array.from({ length: count }, (_, at) => {
    const part = different.slice(
      Math.round((at * different.length) / count),
      Math.round(((at + 1) * different.length) / count),
    );
    const shade = count === 1 ? 3 : 1 + Math.round((at * 4) / (count - 1));
    return { from: part[0] ?? 0, to: part.at(-1) ?? 0, shade: shade as Shade };
  });
}

export function shadeOf(value: number | null, steps: readonly Step[]): Shade {
  if (value === null) return 0;
  return steps.find(({ from, to }) => value >= from && value <= to)?.shade ?? 0;
}

/** Days since the last pack, the most recent darkest. The last step is everything longer ago. */
export const DAY_STEPS: readonly Step[] = [
  { from: 0, to: 30, shade: 5 },
  { from: 31, to: 90, shade: 4 },
  { from: 91, to: 180, shade: 3 },
  { from: 181, to: 365, shade: 2 },
  { from: 366, to: Number.POSITIVE_INFINITY, shade: 1 },
];
const DAY_IN_MS = 86_400_000;

/** Whole days from an instant to now. */
export function daysSince(instant: number, now: number): number {
  return Math.max(0, Math.floor((now - instant) / DAY_IN_MS));
}
