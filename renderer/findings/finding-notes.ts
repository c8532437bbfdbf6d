import { useSyncExternalStore } from 'react';
import type { FindingKind } from '../../shared/text/scan/finding.ts';

/** Something in the document on the screen that must not leave unseen. */
export type FindingNote = {
  /** The same as long as the finding stands where it stands. */
  key: string;
  kind: FindingKind;
  words: string;
  /** Selects the words in the document. */
  show: () => void;
};

let notes: readonly FindingNote[] = [];
const listeners = new Set<() => void>();

export function setFindingNotes(next: readonly FindingNote[]): void {
  if (next.length === 0 && notes.length === 0) return;
  notes = next;
  for (const listener of listeners) listener();
}

export function useFindingNotes(): readonly FindingNote[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notes,
  );
}
