import { createTurns } from '../database/create-turns.ts';

/**
 * Runs what brings contents in and what collects them one after another: a content must not be collected while the same bytes
 * arrive again.
 */
export const inTurn = createTurns();
