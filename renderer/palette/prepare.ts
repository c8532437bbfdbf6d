import { fold } from '../../shared/text/fold.ts';

/** Something that can be chosen. `key` says what: `command:lock`, `record:` and its id, `tag:`, `saved:`. */
export type Entry = {
  key: string;
  /** As it is shown. */
  label: string;
  /** What else it is found by, in whatever language. */
  texts: readonly string[];
  /** Syllables as `palette.entries` gives them. */
  sounds: readonly string[];
};

/** A stretch of syllables: written together, where each begins, and its initials. */
export type Run = { joined: string; starts: readonly number[]; initials: string };
export type Prepared = {
  entry: Entry;
  label: string;
  texts: readonly string[];
  runs: readonly Run[];
  /** Latin and digit words, and syllables: what may be misspelt. */
  words: readonly string[];
};

/** What of an entry is compared with what somebody types. */
export function prepare(entry: Entry): Prepared {
  const label = fold(entry.label.toWellFormed());
  const texts = entry.texts.map((text) => fold(text.toWellFormed()));
  const runs = entry.sounds.flatMap((sounds) => sounds.split('|')).filter((run) => run !== '');
  const words = [label, ...texts].flatMap((text) => text.match(/[a-z0-9]+/g) ?? []);
  const syllables = runs.flatMap((run) => run.split(' '));
  return {
    entry,
    label,
    texts,
    runs: runs.map(runOf),
    words: [...new Set([...words, ...syllables])],
  };
}

function runOf(run: string): Run {
  const starts: number[] = [];
  let joined = '';
  let initials = '';
  for (const syllable of run.split(' ')) {
    starts.push(joined.length);
    joined += syllable;
    initials += syllable.charAt(0);
  }
  return { joined, starts, initials };
}
