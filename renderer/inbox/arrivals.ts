import { useSyncExternalStore } from 'react';
import type { CallOutput, FailureData } from '../../shared/contract/index.ts';
import type { PackFile, TakenIn } from '../../shared/contract/inbox.ts';
import { cancelJob, forgetJob, jobNamed, startJob } from '../api/jobs.ts';

export type Look = CallOutput<'inbox.look'>;
/** A file that somebody brought, and how far it has come. `look`: what was found in it. */
export type Arrival = { id: string; source: PackFile } & (
  | { state: 'waiting' | 'looking' | 'stopped' }
  | { state: 'ready' | 'again' | 'held' | 'taking' | 'declined'; look: Look }
  | { state: 'refused'; failure: FailureData; look: Look | null }
  | { state: 'taken'; look: Look; taken: TakenIn }
);

let arrivals: readonly Arrival[] = [];
let isWorking = false;
const listeners = new Set<() => void>();

/** Outlives the page, as the jobs do; not the lock. */
export function useArrivals(): readonly Arrival[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => arrivals,
  );
}

function put(next: readonly Arrival[]): void {
  arrivals = next;
  for (const listener of listeners) listener();
}

function replace(id: string, change: (before: Arrival) => Arrival): void {
  put(arrivals.map((one) => (one.id === id ? change(one) : one)));
}

const idOf = ({ file, below }: PackFile) => (below === undefined ? file : `${file}\n${below}`);

/** Looks at files, one after another; one that is listed already is looked at again. */
export async function bring(sources: readonly PackFile[]): Promise<void> {
  const ids = new Set(sources.map(idOf));
  const isBusy = ({ state }: Arrival) => state === 'taking' || state === 'looking';
  const kept = arrivals.filter((one) => !ids.has(one.id) || isBusy(one));
  const busy = new Set(kept.map(({ id }) => id));
  const fresh = sources
    .filter((source) => !busy.has(idOf(source)))
    .map((source): Arrival => ({ id: idOf(source), source, state: 'waiting' }));
  put([...kept, ...fresh]);
  await lookAtWaiting();
}

/** What was found of a file is stale once something of its office was taken in or confirmed. */
export function lookAgain(isMeant: (one: Arrival) => boolean): Promise<void> {
  return bring(arrivals.filter(isMeant).map(({ source }) => source));
}

async function lookAtWaiting(): Promise<void> {
  if (isWorking) return;
  isWorking = true;
  try {
    for (;;) {
      const next = arrivals.find(({ state }) => state === 'waiting');
      if (next === undefined) return;
      replace(next.id, ({ id, source }) => ({ id, source, state: 'looking' }));
      const look = await startJob('inbox.look', next.source);
      const failure = look === undefined ? failureOfJob('inbox.look') : null;
      replace(next.id, ({ id, source }) => found(id, source, look, failure));
      if (failure?.code === 'cancelled') {
        const isWaiting = ({ state }: Arrival) => state === 'waiting';
        put(arrivals.map((one) => (isWaiting(one) ? stoppedOf(one) : one)));
      }
    }
  } finally {
    isWorking = false;
    forgetJob('inbox.look');
  }
}

const stoppedOf = ({ id, source }: Arrival): Arrival => ({ id, source, state: 'stopped' });

function found(
  id: string,
  source: PackFile,
  look: Look | undefined,
  failure: FailureData | null,
): Arrival {
  if (look === undefined) {
    if (failure === null || failure.code === 'cancelled') return { id, source, state: 'stopped' };
    return { id, source, state: 'refused', failure, look: null };
  }
  const { code, state } = look.place;
  if (code === 'epoch-unconfirmed') return { id, source, state: 'held', look };
  if (code !== null)
    return { id, source, state: 'refused', failure: { code, detail: {} } as FailureData, look };
  return { id, source, state: state === 'again' ? 'again' : 'ready', look };
}

function failureOfJob(name: 'inbox.look' | 'inbox.takeIn'): FailureData | null {
  const job = jobNamed(name);
  return job?.state === 'failed' ? job.failure : null;
}

/** Takes in those that were found to be in order, by their numbers, so that what is there as a whole leaves no gap on the way. */
export async function accept(ids: readonly string[]): Promise<void> {
  if (isWorking) return;
  isWorking = true;
  try {
    for (const one of inOrder(arrivals.filter(({ id }) => ids.includes(id)))) {
      const { id, source, look } = one;
      replace(id, () => ({ id, source, state: 'taking', look }));
      const taken = await startJob('inbox.takeIn', source);
      const failure = taken === undefined ? failureOfJob('inbox.takeIn') : null;
      replace(id, () => afterTaking(one, taken, failure));
      if (taken === undefined && (failure === null || failure.code === 'cancelled')) return;
    }
  } finally {
    isWorking = false;
    forgetJob('inbox.takeIn');
  }
  await lookAtWaiting();
}

type Ready = Extract<Arrival, { state: 'ready' | 'again' | 'held' | 'taking' | 'declined' }>;
const isReady = (one: Arrival): one is Ready => one.state === 'ready';

function inOrder(some: readonly Arrival[]): Ready[] {
  const numberOf = ({ look }: Ready) => look.verification.sequence;
  return some.filter(isReady).toSorted((one, other) => numberOf(one) - numberOf(other));
}

function afterTaking(
  { id, source, look }: Ready,
  taken: TakenIn | undefined,
  failure: FailureData | null,
): Arrival {
  if (taken !== undefined) return { id, source, state: 'taken', look, taken };
  if (failure === null || failure.code === 'cancelled') return { id, source, state: 'ready', look };
  if (failure.code === 'epoch-unconfirmed') return { id, source, state: 'held', look };
  return { id, source, state: 'refused', failure, look };
}

export function decline(id: string): void {
  replace(id, (one) => (isReady(one) ? { ...one, state: 'declined' } : one));
}

export function putAway(ids: readonly string[]): void {
  put(
    arrivals.filter(
      (one) => !ids.includes(one.id) || one.state === 'taking' || one.state === 'looking',
    ),
  );
}

export function stop(): void {
  void cancelJob('inbox.look');
  void cancelJob('inbox.takeIn');
}

/** At the lock. */
export function forgetArrivals(): void {
  put([]);
}
