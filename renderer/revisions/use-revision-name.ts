import type { Revision } from '../../shared/contract/revisions.ts';
import { useSpeech } from '../app/words.tsx';

/** What a revision is called in the language of the window; one that came from another record says from which. */
export function useRevisionName(): (revision: Revision | 'now') => string {
  const { words } = useSpeech();
  const { revisions } = words;
  return (revision) => {
    if (revision === 'now') return revisions.now;
    const number = String(revision.number);
    return revision.origin === null
      ? revisions.number(number)
      : revisions.fromOther(number, revision.origin.title);
  };
}
