import type { Words } from '../../shared/i18n/index.ts';

const MOST_NAMED = 8;

/** 7、9、12; of many the first. `count`: how many there are in all. */
export function missingText(
  inbox: Words['inbox'],
  missing: readonly number[],
  count = missing.length,
): string {
  const named = missing.slice(0, MOST_NAMED).map(String).join(inbox.numbersJoin);
  return count > MOST_NAMED ? inbox.andMore(named) : named;
}
