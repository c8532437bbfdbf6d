import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/**
 * Wrong passphrases in a row, kept beside the workspace so that starting the program again does not help. It slows
 * down a person at this keyboard; a thief of the files is slowed down by Argon2id alone.
 */
const Attempts = z.object({ failures: z.number().int().min(0), lastAt: z.number().int() });
type Attempts = z.output<typeof Attempts>;

export const attemptsFileName = 'attempts.json';
const freeAttempts = 3;
const longestWaitInSeconds = 30;

/** Milliseconds to wait before the next attempt: 1, 2, 4 … 30 s after the third wrong one in a row. */
export function waitBeforeAttempt(folder: string, now: number): number {
  const { failures, lastAt } = readAttempts(folder);
  const wait = waitAfter(failures);
  // A clock that was set back must not lock anyone out for longer than the wait itself.
  return Math.min(Math.max(lastAt + wait - now, 0), wait);
}

/** Counts a wrong passphrase; answers the seconds that the next attempt will wait. */
export function countWrongAttempt(folder: string, now: number): number {
  const failures = readAttempts(folder).failures + 1;
  try {
    const attempts: Attempts = { failures, lastAt: now };
    writeFileSync(join(folder, attemptsFileName), JSON.stringify(attempts), { mode: 0o600 });
  } catch {
    // A full or read-only disk: the answer "wrong passphrase" matters more than the count.
  }
  return waitAfter(failures) / 1000;
}

export function forgetAttempts(folder: string): void {
  rmSync(join(folder, attemptsFileName), { force: true });
}

function waitAfter(failures: number): number {
  if (failures < freeAttempts) return 0;
  return Math.min(2 ** Math.min(failures - freeAttempts, 10), longestWaitInSeconds) * 1000;
}

function readAttempts(folder: string): Attempts {
  try {
    return Attempts.parse(JSON.parse(readFileSync(join(folder, attemptsFileName), 'utf8')));
  } catch {
    return { failures: 0, lastAt: 0 };
  }
}
