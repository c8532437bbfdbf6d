import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { RecordId } from '../../shared/contract/records.ts';
import type { Place } from '../../shared/contract/workspace.ts';
import { placeNow } from '../app/kept-place.ts';
import { useView } from '../app/view.tsx';
import { documentStatusNow } from '../records/document-status.ts';
import { goBackTo } from '../records/use-kept-place.ts';

/** A link that was followed: from where, and to which record. */
type Step = { from: RecordId; title: string; place: Place; to: RecordId };
const MOST = 50;

let steps: readonly Step[] = [];
let open: ((id: RecordId) => void) | null = null;
const listeners = new Set<() => void>();

function setSteps(next: readonly Step[]): void {
  steps = next.slice(-MOST);
  for (const listener of listeners) listener();
}

/** Opens the record that a link leads to, and remembers the way back. */
export function followLink(to: RecordId): void {
  const status = documentStatusNow();
  if (status !== null && status.record.id !== to) {
    const { title, record } = status;
    setSteps([...steps, { from: record.id, title, place: placeNow(), to }]);
  }
  open?.(to);
}

/** Back to where the link was followed, to its line. */
export function goBack(): void {
  const step = steps.at(-1);
  if (step === undefined) return;
  setSteps(steps.slice(0, -1));
  if (step.place.recordId === step.from) goBackTo(step.place);
  open?.(step.from);
}

/** The way back from a record, if one came to it by a link. */
export function useWayBackFrom(id: RecordId): { title: string } | null {
  const last = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => steps.at(-1) ?? null,
  );
  return last?.to === id ? last : null;
}

/** Whoever shows records lets links be followed. */
export function useFollowing(): void {
  const view = useView();
  const openRecord = useEffectEvent((id: RecordId) => view.open({ id, terms: [], section: null }));
  useEffect(() => {
    open = (id) => openRecord(id);
    return () => {
      open = null;
    };
  }, []);
}

/** Nothing of a workspace stays when it is locked. */
export function forgetTrail(): void {
  setSteps([]);
}
