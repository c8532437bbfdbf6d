import { onEvent } from './client.ts';

/** The store process: the window outlives it, and a new one is started by itself within a second. */
let isRunning = true;
let started: (() => void)[] = [];

onEvent('store-stopped', () => {
  isRunning = false;
});
onEvent('store-started', () => {
  isRunning = true;
  for (const resolve of started) resolve();
  started = [];
});

/** Resolves when there is a store to talk to. */
export function whenStoreRuns(): Promise<void> {
  if (isRunning) return Promise.resolve();
  return new Promise((resolve) => started.push(resolve));
}
