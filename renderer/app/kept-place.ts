import { useSyncExternalStore } from 'react';
import type { Place } from '../../shared/contract/workspace.ts';
import { call } from '../api/client.ts';

/** The place one left is stored at most this often. */
const KEEP_EVERY_MS = 2_000;
const MOST_FOLDED = 200;
const nowhere: Place = { recordId: null, scroll: 0, caret: null, folded: [] };

let place = nowhere;
let folded: ReadonlySet<string> = new Set();
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Where the person was in this workspace when it was locked or the app ended. Null if there is nothing to go back to. */
export async function readPlace(): Promise<Place | null> {
  clearTimeout(timer);
  timer = undefined;
  const answer = await call('workspace.place', {}).catch(() => null);
  place = answer?.place ?? nowhere;
  folded = new Set(place.folded);
  for (const listener of listeners) listener();
  return answer?.place ?? null;
}

/** Where one is now. */
export const placeNow = (): Place => place;

/** Notes where one is. It is written after a moment; `storePlace` does not wait. */
export function notePlace(change: Partial<Place>): void {
  place = { ...place, ...change };
  timer ??= setTimeout(() => void storePlace(), KEEP_EVERY_MS);
}

/** Writes what was noted. A place that cannot be kept costs the memory of it, nothing else. */
export async function storePlace(): Promise<void> {
  if (timer === undefined) return;
  clearTimeout(timer);
  timer = undefined;
  await call('workspace.keepPlace', place).catch(() => undefined);
}

/** Which lines of outlines are folded. */
export function useFolded() {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => folded,
  );
  return { folded: now, setFolded };
}

function setFolded(id: string, isFolded: boolean): void {
  const next = new Set(folded);
  next.delete(id);
  if (isFolded) next.add(id);
  folded = new Set([...next].slice(-MOST_FOLDED));
  notePlace({ folded: [...folded] });
  for (const listener of listeners) listener();
}
