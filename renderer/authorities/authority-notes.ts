import { useSyncExternalStore } from 'react';
import type { Authority } from '../../shared/text/authorities.ts';

/** An authority cited in the document on the screen. */
export type AuthorityNote = Authority & {
  words: string;
  range: Range;
  /** Selects the words in the document, or shows them where nothing can be selected. */
  show: () => void;
  /** Writes them in their normal form, as one step of undo; null where nothing can be written or nothing is to be changed. */
  normalise: (() => void) | null;
};

let notes: readonly AuthorityNote[] = [];
const listeners = new Set<() => void>();

export function setAuthorityNotes(next: readonly AuthorityNote[]): void {
  if (next.length === 0 && notes.length === 0) return;
  notes = next;
  for (const listener of listeners) listener();
}

export const authorityNotesNow = () => notes;

export function useAuthorityNotes(): readonly AuthorityNote[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, authorityNotesNow);
}
