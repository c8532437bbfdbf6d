import type { Progress } from '../../shared/contract/define.ts';
import type { CallInput, CallOutput, StoreOperationName } from '../../shared/contract/index.ts';
import { Failure } from '../../shared/errors.ts';
import { createAnswer } from '../store/answer.ts';
import type { StoreContext } from '../store/context.ts';
import { storeHandlers } from '../store/handlers.ts';

/** The same store as behind a window, in this process; answers are unwrapped, failures thrown. */
export type Caller = {
  call<Name extends StoreOperationName>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<CallOutput<Name>>;
  /** Asks every running job to stop at its next safe point. */
  cancel(): void;
  close(): void;
};

const JOB = 'command-line';

export function createCaller(report?: (progress: Progress) => void): Caller {
  const context: StoreContext = { clock: Date.now, open: null };
  const answer = createAnswer(context, storeHandlers, {
    checkOutput: true,
    report: (_jobId, progress) => report?.(progress),
  });
  return {
    call: async (name, input) => {
      const result = await answer({ name, input, jobId: JOB });
      if (!result.ok) throw new Failure(result.failure.code, result.failure.detail);
      return result.value as CallOutput<typeof name>;
    },
    cancel: () => void answer({ name: 'jobs.cancel', input: { jobId: JOB } }),
    close: () => {
      context.open?.close();
      context.open = null;
    },
  };
}
