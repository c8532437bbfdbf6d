import type { Finder } from './finder.ts';
import type { Entry } from './prepare.ts';

/** A line of the palette: something that has a name, or the search for what was typed. */
export type Choice =
  | { type: 'entry'; entry: Entry; isRecent: boolean }
  | { type: 'search'; text: string };

/** More are not shown; the next letter brings them. */
export const MOST_SHOWN = 50;
const MOST_RECENT = 8;

/**
 * What the palette offers: for nothing typed what was used lately, then the commands; otherwise what fits, and always the
 * search of the whole library, which finds what has no place here.
 */
export function choicesFor(
  finder: Finder,
  text: string,
  used: readonly string[],
): { choices: Choice[]; hidden: number } {
  if (text.trim() === '') {
    const recent = used
      .map((key) => finder.get(key))
      .filter((entry) => entry !== undefined)
      .slice(0, MOST_RECENT);
    const others = finder.commands().filter((entry) => !recent.includes(entry));
    return {
      choices: [
        ...recent.map((entry): Choice => ({ type: 'entry', entry, isRecent: true })),
        ...others.map((entry): Choice => ({ type: 'entry', entry, isRecent: false })),
      ],
      hidden: 0,
    };
  }
  const found = finder.find(text, used);
  const shown = found.slice(0, MOST_SHOWN);
  return {
    choices: [
      ...shown.map(({ entry }): Choice => ({ type: 'entry', entry, isRecent: false })),
      { type: 'search', text: text.trim() },
    ],
    hidden: found.length - shown.length,
  };
}
