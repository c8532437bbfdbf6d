const listeners = new Set<() => void>();
const QUIET_IN_MS = 120;
const LONGEST_WAIT_IN_MS = 1_500;
let timer: ReturnType<typeof setTimeout> | undefined;
let waitingSince = 0;
let due = 0;

/** Called when stored things may be different from what is on the screen. */
export function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Something was changed. Several changes close together are told once, after a moment without any, but none waits
 * longer than `LONGEST_WAIT_IN_MS`: somebody who types without a pause still sees the lists follow. A change that may
 * wait does not put off one that may not. Milliseconds.
 */
export function announceChange(quiet = QUIET_IN_MS): void {
  const now = Date.now();
  if (timer === undefined) waitingSince = now;
  else if (quiet > QUIET_IN_MS && due - now <= QUIET_IN_MS) return;
  clearTimeout(timer);
  due = Math.min(now + quiet, waitingSince + LONGEST_WAIT_IN_MS);
  timer = setTimeout(tell, due - now);
}

function tell(): void {
  timer = undefined;
  for (const listener of listeners) listener();
}
