/** How a store is started: what is young is collected before it makes the store a third larger, which takes no longer. */
export const STORE_MEMORY = ['--max-semi-space-size=2'] as const;

/** For a store that Node runs on Linux: threads that have ended leave little behind (mallopt(3)). Elsewhere nobody reads it. */
export const STORE_ALLOCATION = { MALLOC_ARENA_MAX: '2' } as const;
