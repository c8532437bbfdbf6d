import { useCallback, useRef, useState } from 'react';
import type { CallInput, CallOutput, FailureData, NamesOf } from '../../shared/contract/index.ts';
import { announceChange } from './changes.ts';
import { call, failureOf } from './client.ts';

export type CommandState<Name extends NamesOf<'command'>> = {
  /** Answers undefined when it failed; `failure` then says why. */
  run: (input: CallInput<Name>) => Promise<CallOutput<Name> | undefined>;
  isRunning: boolean;
  failure: FailureData | undefined;
  clearFailure: () => void;
};

/** Calls a command and announces the change. */
export async function callCommand<Name extends NamesOf<'command'>>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const value = await call(name, input);
  announceChange();
  return value;
}

/** A command with its state, for a button or a form. */
export function useCommand<Name extends NamesOf<'command'>>(name: Name): CommandState<Name> {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<FailureData>();
  const running = useRef(0);

  const run = useCallback(
    async (input: CallInput<Name>) => {
      running.current += 1;
      setRunning(true);
      setFailure(undefined);
      try {
        return await callCommand(name, input);
      } catch (error) {
        setFailure(failureOf(error));
        return undefined;
      } finally {
        running.current -= 1;
        if (running.current === 0) setRunning(false);
      }
    },
    [name],
  );
  const clearFailure = useCallback(() => setFailure(undefined), []);
  return { run, isRunning, failure, clearFailure };
}
