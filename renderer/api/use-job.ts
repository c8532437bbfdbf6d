import { useCallback, useSyncExternalStore } from 'react';
import type { CallInput, CallOutput } from '../../shared/contract/index.ts';
import {
  allJobs,
  cancelJob,
  forgetJob,
  jobNamed,
  startJob,
  subscribeToJobs,
  type Job,
  type JobName,
} from './jobs.ts';

export type JobState<Name extends JobName> = {
  job: Job<Name> | undefined;
  isRunning: boolean;
  start: (input: CallInput<Name>) => Promise<CallOutput<Name> | undefined>;
  cancel: () => void;
  /** Forgets how it ended. */
  forget: () => void;
};

/** A long operation: its progress, its end, and the way to stop it. */
export function useJob<Name extends JobName>(name: Name): JobState<Name> {
  const job = useSyncExternalStore(subscribeToJobs, () => jobNamed(name)) as Job<Name> | undefined;
  const start = useCallback((input: CallInput<Name>) => startJob(name, input), [name]);
  const cancel = useCallback(() => void cancelJob(name), [name]);
  const forget = useCallback(() => forgetJob(name), [name]);
  return { job, isRunning: job?.state === 'running', start, cancel, forget };
}

export function useJobs(): readonly Job[] {
  return useSyncExternalStore(subscribeToJobs, allJobs);
}
