import { useSyncExternalStore } from 'react';
import type { RecordId } from '../../shared/contract/records.ts';
import type { Revision } from '../../shared/contract/revisions.ts';

export type ShownMode = 'sides' | 'inline' | 'text';
/** What lies over the document: a revision, beside what it is compared with, another one or the text as it stands. */
export type ShownRevision = {
  recordId: RecordId;
  before: Revision;
  after: Revision | 'now';
  mode: ShownMode;
};

let current: ShownRevision | null = null;
const listeners = new Set<() => void>();

/** With `only`, nothing happens unless the revision on the screen is of that record. */
export function showRevision(next: ShownRevision | null, only?: RecordId): void {
  if (only !== undefined && current?.recordId !== only) return;
  current = next;
  for (const listener of listeners) listener();
}

/** Chosen once, kept for the next comparison. */
let lastMode: ShownMode = 'sides';
export function setMode(mode: ShownMode): void {
  lastMode = mode;
  if (current !== null) showRevision({ ...current, mode });
}

/** A revision against the present text, or, if another one is on the screen, against that: the earlier one is `before`. */
export function compareRevision(recordId: RecordId, revision: Revision, other?: Revision): void {
  const mode = lastMode === 'text' ? 'sides' : lastMode;
  if (other === undefined || other.id === revision.id) {
    showRevision({ recordId, before: revision, after: 'now', mode });
    return;
  }
  const [before, after] = isEarlier(revision, other) ? [revision, other] : [other, revision];
  showRevision({ recordId, before, after, mode });
}

function isEarlier(one: Revision, other: Revision): boolean {
  return one.writtenAt === other.writtenAt ? one.id < other.id : one.writtenAt < other.writtenAt;
}

export function useShownRevision(recordId: RecordId): ShownRevision | null {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
  return shown?.recordId === recordId ? shown : null;
}
