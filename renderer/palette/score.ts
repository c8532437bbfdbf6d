import type { Prepared, Run } from './prepare.ts';

const worth = {
  beginning: 100,
  label: 80,
  soundBeginning: 62,
  text: 55,
  sound: 45,
  initials: 40,
  nearly: 10,
};

/** How well one folded word fits an entry; 0 if it does not. `near`: what a search with slips of the finger says. */
export function scoreOf(one: Prepared, term: string, near: number): number {
  const isLatin = /^[a-z]+$/.test(term);
  if (one.label.startsWith(term)) return worth.beginning;
  // One letter or digit stands everywhere.
  const isTelling = term.length > 1 || !/^[a-z0-9]$/.test(term);
  if (isTelling && one.label.includes(term)) return worth.label;
  const sound = isLatin ? bestSound(one.runs, term) : 0;
  if (sound >= worth.text) return sound;
  if (isTelling && one.texts.some((text) => text.includes(term))) return worth.text;
  if (sound > 0) return sound;
  return near > 0 ? worth.nearly + near : 0;
}

function bestSound(runs: readonly Run[], term: string): number {
  let best = 0;
  for (const [at, run] of runs.entries()) {
    const isFirst = at === 0;
    const pinyin = soundsAt(run, term);
    if (pinyin !== null)
      best = Math.max(best, isFirst && pinyin === 0 ? worth.soundBeginning : worth.sound);
    const initials = run.initials.indexOf(term);
    if (initials >= 0 && (term.length > 1 || initials === 0)) {
      best = Math.max(best, isFirst && initials === 0 ? worth.soundBeginning : worth.initials);
    }
  }
  return best;
}

/** Where a word begins with a syllable of the stretch, the last perhaps unfinished; null if nowhere. */
function soundsAt({ joined, starts }: Run, term: string): number | null {
  if (term.length < 2) return null;
  for (let at = joined.indexOf(term); at >= 0; at = joined.indexOf(term, at + 1)) {
    if (starts.includes(at)) return at;
  }
  return null;
}
