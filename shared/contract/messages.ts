import type { Answer, Call } from './index.ts';
import type { Progress } from './define.ts';

/** What the main process sends to the store, and what comes back. The same over a message port and over a fork's channel. */
export type ToStore = { id: number; call: Call };
export type FromStore = { id: number; answer: Answer } | { jobId: string; progress: Progress };

/** A store that is a Node of its own is told by this argument to answer through this file descriptor instead of the fork's channel. */
export const ANSWER_PIPE = { flag: '--answer-pipe', fd: 4 };
