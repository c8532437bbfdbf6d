import { useSyncExternalStore } from 'react';

/** Where a thread is in the text on the screen. */
export type Place = { thread: string; text: string; isOneLine: boolean };
export type OpenText = {
  recordId: string;
  /** In the order of the text. */
  places: readonly Place[];
  /** Goes to the passage; false if it is not there. */
  show: (thread: string) => boolean;
  /** Puts a suggestion in its place; false if it could not. */
  accept: (thread: string, text: string) => boolean;
};

let open: OpenText | null = null;
let active: { thread: string; isAsked: boolean } | null = null;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}
function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setOpenText(next: OpenText | null): void {
  open = next;
  tell();
}

export const useOpenText = (): OpenText | null => useSyncExternalStore(watch, () => open);

/** The thread that is looked at. `isAsked`: the keyboard is to go to it in the panel. */
export function setActiveThread(thread: string | null, { isAsked = false } = {}): void {
  active = thread === null ? null : { thread, isAsked };
  tell();
}

export const useActiveThread = () => useSyncExternalStore(watch, () => active);
export const activeThread = (): string | null => active?.thread ?? null;
