import MiniSearch from 'minisearch';
import { fold } from '../../shared/text/fold.ts';
import { prepare, type Entry, type Prepared } from './prepare.ts';
import { scoreOf } from './score.ts';

export type Found = { entry: Entry; score: number };
export type Finder = {
  /** Takes what there is now in place of what there was; the rest of the window gets its turn in between. */
  load(entries: readonly Entry[]): Promise<void>;
  /** The best first. `used`: keys chosen lately, the latest first. */
  find(text: string, used: readonly string[]): Found[];
  get(key: string): Entry | undefined;
  /** In the order they were given. */
  commands(): Entry[];
  count(): number;
};

const LONGEST = 200;
const MOST_TERMS = 8;
const AT_ONCE = 250;
/** Shorter words are near too many others. */
const SHORTEST_FUZZY = 4;
const MOST_WORTH_OF_FUZZY = 15;
const WORTH_OF_USE = 40;

/**
 * Finds entries by what they are called. Every word typed has to be found: as it stands, as pinyin or initials of what is
 * there, or (Latin letters and digits alone) with a slip of the finger. Han characters are looked for as they stand: a
 * fuzzy search of them would find everything.
 */
export function createFinder(): Finder {
  let all = new Map<string, Prepared>();
  const words = new MiniSearch<{ key: string; words: string }>({
    idField: 'key',
    fields: ['words'],
    tokenize: (text) => text.split(' '),
    // It has been folded.
    processTerm: (term) => (term === '' ? null : term),
  });

  async function load(entries: readonly Entry[]): Promise<void> {
    const next = new Map<string, Prepared>();
    for (const [at, entry] of entries.entries()) {
      const before = next.get(entry.key) ?? all.get(entry.key);
      next.set(
        entry.key,
        before !== undefined && isSame(before.entry, entry) ? before : prepare(entry),
      );
      if (at % AT_ONCE === AT_ONCE - 1) await breath();
    }
    const gone = [...all].filter(([key, one]) => next.get(key) !== one);
    const come = [...next].filter(([key, one]) => all.get(key) !== one);
    // From here on it answers from the new ones; what MiniSearch still knows of the old is passed over.
    const before = all;
    all = next;
    words.discardAll(gone.filter(([key]) => before.has(key)).map(([key]) => key));
    for (let at = 0; at < come.length; at += AT_ONCE) {
      words.addAll(
        come.slice(at, at + AT_ONCE).map(([key, one]) => ({ key, words: one.words.join(' ') })),
      );
      await breath();
    }
  }

  function nearly(term: string): ReadonlyMap<string, number> {
    if (!/^[a-z0-9]+$/.test(term) || term.length < 2) return new Map();
    const fuzzy = term.length >= SHORTEST_FUZZY ? 0.2 : false;
    const results = words.search(term, { prefix: true, fuzzy });
    return new Map(
      results.map(({ id, score }) => [id as string, Math.min(score, MOST_WORTH_OF_FUZZY)]),
    );
  }

  function find(text: string, used: readonly string[]): Found[] {
    const terms = fold(text.slice(0, LONGEST).toWellFormed())
      .split(/\s+/u)
      .filter((term) => term !== '')
      .slice(0, MOST_TERMS);
    if (terms.length === 0) return [];
    const near = terms.map(nearly);
    const rankOfUse = new Map(used.map((key, rank) => [key, rank]));
    const found: Found[] = [];
    for (const [key, one] of all) {
      let sum = 0;
      for (const [at, term] of terms.entries()) {
        const score = scoreOf(one, term, near[at]?.get(key) ?? 0);
        sum = score === 0 ? -1 : sum + score;
        if (sum < 0) break;
      }
      if (sum <= 0) continue;
      const rank = rankOfUse.get(key);
      const bonus = rank === undefined ? 0 : WORTH_OF_USE * (1 - rank / (used.length + 1));
      found.push({ entry: one.entry, score: sum / terms.length + bonus });
    }
    // Sorting keeps the order of equals, which is that of the entries: commands, then the latest changed records.
    return found.toSorted((first, second) => second.score - first.score);
  }

  const commands = () =>
    [...all.values()].map(({ entry }) => entry).filter(({ key }) => key.startsWith('command:'));
  return { load, find, get: (key) => all.get(key)?.entry, commands, count: () => all.size };
}

const breath = () => new Promise((resolve) => setTimeout(resolve));

function isSame(one: Entry, other: Entry): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
