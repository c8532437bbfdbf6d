import { useSyncExternalStore } from 'react';
import type { CareRule } from '../../shared/text/care/finding.ts';

/** One finding of language care in the document on the screen. */
export type CareNote = {
  /** The same as long as the finding stands where it stands. */
  key: string;
  rule: CareRule;
  words: string;
  /** A few characters before and after. */
  before: string;
  after: string;
  suggestion: string | null;
  /** Selects the words in the document. */
  show: () => void;
  /** Puts the suggestion in their place, as one step of undo. */
  replace: () => void;
};

let notes: readonly CareNote[] = [];
const listeners = new Set<() => void>();

export function setCareNotes(next: readonly CareNote[]): void {
  if (next.length === 0 && notes.length === 0) return;
  notes = next;
  for (const listener of listeners) listener();
}

export function useCareNotes(): readonly CareNote[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notes,
  );
}
