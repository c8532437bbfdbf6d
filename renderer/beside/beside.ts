import { useSyncExternalStore } from 'react';
import type { RecordId } from '../../shared/contract/records.ts';

let beside: RecordId | null = null;
const listeners = new Set<() => void>();

/** Shows a record at the right, to read while another one is open; null takes it away. */
export function showBeside(id: RecordId | null): void {
  beside = id;
  for (const listener of listeners) listener();
}

/** The record at the right. */
export function useBeside(): RecordId | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => beside,
  );
}
