/** The rules of language care. Each can be turned off by itself. */
export const careRules = [
  'confusable',
  'half-width',
  'unpaired',
  'repeated-mark',
  'date',
  'amount',
  'pseudonym',
] as const;
export type CareRule = (typeof careRules)[number];

/**
 * Something in a line that a careful reader would stop at: UTF-16 offsets, `end` exclusive, and what probably should stand
 * there (`null` when only a person can say).
 */
export type CareFinding = { rule: CareRule; start: number; end: number; suggestion: string | null };
