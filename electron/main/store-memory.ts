/** How a store is started: what is young is collected before it makes the store a third larger, which takes no longer. */
export const STORE_MEMORY = ['--max-semi-space-size=2'] as const;
