/** How a store is started: what is young is collected before it makes the store a third larger, which takes no longer. */
export const STORE_MEMORY = ['--max-semi-space-size=2'] as const;

/**
 * For a store that Node runs on Linux: what is larger than 128 KiB goes back to the system when it is given back, and threads that have ended leave
 * little behind (mallopt(3)). Elsewhere nobody reads it.
 */
export const STORE_ALLOCATION = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
} as const;
