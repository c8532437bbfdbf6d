import { createTurns } from '../database/create-turns.ts';

/** One pack after the other: two at once would take the same number. */
export const inPackTurn = createTurns();
