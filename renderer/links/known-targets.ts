import { useSyncExternalStore } from 'react';
import type { LinkTarget } from '../../shared/contract/links.ts';

/** What links on the screen lead to, as the store said last. What is stored of a link is the title that was shown for it. */
let targets: ReadonlyMap<string, LinkTarget> = new Map();
const MOST = 5_000;
const listeners = new Set<() => void>();

export function noteTargets(next: readonly LinkTarget[]): void {
  setTargets(new Map([...targets, ...next.map((one) => [one.id, one] as const)].slice(-MOST)));
}

export const knownTarget = (recordId: string) => targets.get(recordId);

export function knownTitle(recordId: string): string | undefined {
  const target = targets.get(recordId);
  return target !== undefined && 'title' in target ? target.title : undefined;
}

export function useKnownTargets(): ReadonlyMap<string, LinkTarget> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => targets,
  );
}

function setTargets(next: ReadonlyMap<string, LinkTarget>): void {
  targets = next;
  for (const listener of listeners) listener();
}

/** Nothing of a workspace stays when it is locked. */
export function forgetTargets(): void {
  setTargets(new Map());
}
