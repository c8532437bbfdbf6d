import { useSyncExternalStore } from 'react';
import type { RecordId } from '../../shared/contract/records.ts';
import type { Marking } from '../../shared/templates/record-fields.ts';

/** `file`: what is taken out is an attachment as it is. */
export type Asked = {
  recordId: RecordId;
  marking: Marking | null;
  isLocked: boolean;
  file: { name: string; go: () => void } | null;
};

/** What was agreed to, as long as the workspace is open. */
const texts = new Set<RecordId>();
const files = new Set<RecordId>();
const listeners = new Set<() => void>();
let asked: Asked | null = null;

function ask(next: Asked | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

type Copied = Pick<Asked, 'recordId' | 'marking' | 'isLocked'>;

/** Whether text of a record may go to the clipboard now; if not, the person is asked, or told why it never may. */
export function mayCopy({ recordId, marking, isLocked }: Copied): boolean {
  const isHigher = marking === 'internal' || marking === 'work-secret';
  if (!isLocked && (!isHigher || texts.has(recordId))) return true;
  ask({ recordId, marking, isLocked, file: null });
  return false;
}

/** Saves an attachment as it is, once the person has agreed to that for this record. */
export function takeOut(
  of: Pick<Asked, 'recordId' | 'marking'>,
  name: string,
  go: () => void,
): void {
  if (files.has(of.recordId)) go();
  else ask({ ...of, isLocked: false, file: { name, go } });
}

export function agree(): void {
  if (asked === null || asked.isLocked) return;
  const { recordId, file } = asked;
  (file === null ? texts : files).add(recordId);
  ask(null);
  file?.go();
}

export function dropQuestion(): void {
  ask(null);
}

/** With the lock: whoever opens the workspace next is asked again. */
export function forgetAgreed(): void {
  texts.clear();
  files.clear();
  ask(null);
}

export function useAsked(): Asked | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
}
