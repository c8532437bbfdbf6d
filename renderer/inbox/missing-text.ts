import type { Words } from '../../shared/i18n/index.ts';
import { isGuidanceChannel } from '../../shared/packs/guidance-channel.ts';

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

type Missing = { channel: string; missing: readonly number[] };

/** What is said beside a pack whose place has gaps before it; of guidance, that they may be for others. */
export function missingSentence(inbox: Words['inbox'], { channel, missing }: Missing): string {
  const say = isGuidanceChannel(channel) ? inbox.missingGuidance : inbox.missing;
  return say(missingText(inbox, missing));
}

/** The same of a whole channel, in a list. */
export function gapText(
  inbox: Words['inbox'],
  { channel, missing, count }: Missing & { count: number },
): string {
  const say = isGuidanceChannel(channel) ? inbox.missingGuidanceShort : inbox.missingShort;
  return say(missingText(inbox, missing, count));
}
