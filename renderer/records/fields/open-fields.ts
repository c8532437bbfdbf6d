import { useSyncExternalStore } from 'react';
import type { FullRecord } from '../../../shared/contract/records.ts';
import type { RecordFields } from '../../../shared/templates/record-fields.ts';

/** The fields of the open record as they are being filled in, and the way of a change to the autosave. */
export type OpenFields = {
  record: FullRecord;
  fields: RecordFields;
  change: (change: { fields: RecordFields }) => void;
};

let current: OpenFields | null = null;
const listeners = new Set<() => void>();

export function setOpenFields(next: OpenFields | null): void {
  current = next;
  for (const listener of listeners) listener();
}

export function useOpenFields(): OpenFields | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
