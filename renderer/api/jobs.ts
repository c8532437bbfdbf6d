import type { CallInput, CallOutput, FailureData, NamesOf } from '../../shared/contract/index.ts';
import type { Progress } from '../../shared/contract/define.ts';
import { announceChange } from './changes.ts';
import { call, failureOf, onEvent } from './client.ts';

export type JobName = NamesOf<'job'>;
export type Job<Name extends JobName = JobName> = {
  name: Name;
  jobId: string;
  startedAt: number;
  progress: Progress;
  isCancelling: boolean;
} & (
  | { state: 'running' }
  | { state: 'done'; value: CallOutput<Name> }
  | { state: 'failed'; failure: FailureData }
);

/**
 * Jobs outlive the dialogs that start them: long work goes on while one works elsewhere. At most one job of a name runs at a time.
 */
const jobs = new Map<JobName, Job>();
const listeners = new Set<() => void>();
let all: readonly Job[] = [];
let counter = 0;

export function subscribeToJobs(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export const allJobs = (): readonly Job[] => all;
export const jobNamed = (name: JobName): Job | undefined => jobs.get(name);

function put(name: JobName, job: Job | undefined): void {
  if (job === undefined) jobs.delete(name);
  else jobs.set(name, job);
  all = [...jobs.values()];
  for (const listener of listeners) listener();
}

/** Starts a job. Its end, good or bad, stands in `jobNamed` until it is forgotten. */
export async function startJob<Name extends JobName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name> | undefined> {
  if (jobs.get(name)?.state === 'running') return undefined;
  counter += 1;
  const jobId = `${name}-${Date.now().toString(36)}-${counter}`;
  const base = {
    name,
    jobId,
    startedAt: Date.now(),
    progress: { done: 0, total: 0, phase: 'working' },
    isCancelling: false,
  };
  put(name, { ...base, state: 'running' });
  const stopListening = onEvent('job-progress', (event) => {
    const current = jobs.get(name);
    if (event.jobId === jobId && current?.jobId === jobId && current.state === 'running')
      put(name, { ...current, progress: event.progress });
  });
  try {
    const value = await call(name, input, jobId);
    // A job of a workspace that was locked meanwhile has nobody left to tell.
    if (jobs.get(name)?.jobId === jobId) put(name, { ...base, state: 'done', value } as Job);
    return value;
  } catch (error) {
    if (jobs.get(name)?.jobId === jobId)
      put(name, { ...base, state: 'failed', failure: failureOf(error) });
    return undefined;
  } finally {
    stopListening();
    announceChange();
  }
}

export async function cancelJob(name: JobName): Promise<void> {
  const job = jobs.get(name);
  if (job?.state !== 'running') return;
  put(name, { ...job, isCancelling: true });
  await call('jobs.cancel', { jobId: job.jobId }).catch(() => undefined);
}

/** Forgets how a job ended. */
export function forgetJob(name: JobName): void {
  if (jobs.get(name)?.state !== 'running') put(name, undefined);
}

/** Before a lock: stops what runs and forgets every result. */
export async function dropAllJobs(): Promise<void> {
  await Promise.all([...jobs.keys()].map(cancelJob));
  for (const name of jobs.keys()) put(name, undefined);
}
