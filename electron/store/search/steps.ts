import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../shared/errors.ts';

/** Work that can be left between two steps, each of some tens of milliseconds at most. */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** Up to here totals are exact and the first tier is ranked. */
export const COUNTED_EXACTLY = 1000;

/** Does all the steps in one go. */
export function runToEnd<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * Does the steps one by one and lets other calls in between. Fails: `cancelled` as soon as `isOvertaken`, also before the
 * first step, so that of several questions typed in a burst only the last is looked into.
 */
export async function runInSteps<Value>(
  steps: Steps<Value>,
  isOvertaken: () => boolean,
): Promise<Value> {
  for (;;) {
    await setImmediate();
    if (isOvertaken()) throw new Failure('cancelled');
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Who asked last, by asker: the same asker's earlier question is overtaken. */
export function createTurns(): (asker: string | undefined) => () => boolean {
  const latest = new Map<string, number>();
  let turns = 0;
  return (asker) => {
    if (asker === undefined) return () => false;
    turns += 1;
    const turn = turns;
    latest.set(asker, turn);
    return () => latest.get(asker) !== turn;
  };
}
