import { startTransition, useEffect, useState, useSyncExternalStore } from 'react';
import type { FullRecord } from '../../shared/contract/records.ts';
import type { DocumentTree } from '../../shared/document/tree.ts';
import type { RecordFields } from '../../shared/templates/record-fields.ts';

/** How the open record stands: shown in the status bar and the inspector, far from where it is edited. */
export type DocumentStatus = {
  record: FullRecord;
  /** As last stored. */
  title: string;
  keywords: readonly string[];
  caseNumbers: readonly string[];
  fields: RecordFields;
  document: DocumentTree;
  characters: number;
  saving: 'saved' | 'saving' | 'failed';
  /** Null as long as nothing was changed. */
  savedAt: number | null;
};

let current: DocumentStatus | null = null;
const listeners = new Set<() => void>();

type Next = DocumentStatus | null;
export function setDocumentStatus(next: Next | ((current: Next) => Next)): void {
  current = typeof next === 'function' ? next(current) : next;
  for (const listener of listeners) listener();
}

export const documentStatusNow = () => current;

export function useDocumentStatus(): DocumentStatus | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

/** How long the writing rests before what follows at leisure is counted again, and how long it waits at most. Milliseconds. */
const REST = 500;
const LONGEST_WAIT = 4_000;

/**
 * The same for what takes long to draw: another record at once, the same one when the writing rests and the window is idle.
 */
export function useRestedDocumentStatus(): DocumentStatus | null {
  const [rested, setRested] = useState(current);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let idle = 0;
    let waitingSince = 0;
    let shown = current;
    const show = () => {
      timer = undefined;
      shown = current;
      startTransition(() => setRested(current));
    };
    const follow = () => {
      if (current?.record !== shown?.record) {
        clearTimeout(timer);
        show();
        return;
      }
      if (timer === undefined) waitingSince = performance.now();
      clearTimeout(timer);
      const wait = Math.min(REST, waitingSince + LONGEST_WAIT - performance.now());
      timer = setTimeout(
        () => {
          idle = requestIdleCallback(show, { timeout: 1_000 });
        },
        Math.max(0, wait),
      );
    };
    follow();
    listeners.add(follow);
    return () => {
      listeners.delete(follow);
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  }, []);
  return rested;
}
