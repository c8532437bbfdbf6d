import { useSyncExternalStore } from 'react';

/**
 * The row the keyboard is on among what was found. The search box moves it while keeping the focus, the list shows it: two
 * places in the window, one small piece of state between them.
 */
export const SEARCH_LIST_ID = 'search-hits';

let active = 0;
let count = 0;
let opener: (index: number) => void = () => undefined;
const listeners = new Set<() => void>();

function set(next: number): void {
  active = next;
  for (const listener of listeners) listener();
}

/** The list tells how many there are and how one is opened. */
export function showHits(total: number, open: (index: number) => void): void {
  opener = open;
  if (total === count) return;
  count = total;
  for (const listener of listeners) listener();
}
/** Whether there is a list of hits to point at. */
export function useHasHits(): boolean {
  return useSyncExternalStore(subscribe, () => count > 0);
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export const setActiveHit = set;
export function moveHit(step: number): void {
  if (count > 0) set(Math.max(0, Math.min(count - 1, active + step)));
}
export function openHit(): void {
  if (active >= 0 && active < count) opener(active);
}
export function useActiveHit(): number {
  return useSyncExternalStore(subscribe, () => active);
}
