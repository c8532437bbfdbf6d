import { useSyncExternalStore } from 'react';
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

export function useDocumentStatus(): DocumentStatus | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
