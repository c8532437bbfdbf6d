const listeners = new Set<() => void>();
const QUIET_IN_MS = 120;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Called when stored things may be different from what is on the screen. */
export function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Something was changed. Several changes close together are told once, after a moment without any. Milliseconds. */
export function announceChange(quiet = QUIET_IN_MS): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    for (const listener of listeners) listener();
  }, quiet);
}
