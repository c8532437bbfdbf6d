import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallInput, CallOutput, FailureData, NamesOf } from '../../shared/contract/index.ts';
import { onChange } from './changes.ts';
import { call, failureOf } from './client.ts';

type Options = {
  /** Ask at all. */
  isEnabled?: boolean;
  /** Ask again when something was changed. */
  isLive?: boolean;
};
export type QueryState<Value> = {
  /** The latest answer; while an answer to new input is awaited, still the old one. */
  data: Value | undefined;
  failure: FailureData | undefined;
  isLoading: boolean;
  reload: () => void;
};

/** The answer to a query, kept current. An answer that was overtaken by a newer question is dropped. */
export function useQuery<Name extends NamesOf<'query'>>(
  name: Name,
  input: CallInput<Name>,
  { isEnabled = true, isLive = true }: Options = {},
): QueryState<CallOutput<Name>> {
  const [state, setState] = useState<{
    data: CallOutput<Name> | undefined;
    failure: FailureData | undefined;
    answered: string;
  }>({ data: undefined, failure: undefined, answered: '' });
  const key = JSON.stringify(input);
  const latest = useRef(0);

  const ask = useCallback(() => {
    const turn = (latest.current += 1);
    call(name, JSON.parse(key) as CallInput<Name>).then(
      (data) => {
        if (turn === latest.current) setState({ data, failure: undefined, answered: key });
      },
      (error: unknown) => {
        if (turn === latest.current)
          setState((before) => ({ ...before, failure: failureOf(error), answered: key }));
      },
    );
  }, [name, key]);

  useEffect(() => {
    if (!isEnabled) return undefined;
    ask();
    const stopListening = isLive ? onChange(ask) : undefined;
    return () => {
      latest.current += 1;
      stopListening?.();
    };
  }, [ask, isEnabled, isLive]);

  return {
    data: state.data,
    failure: state.failure,
    isLoading: isEnabled && state.answered !== key,
    reload: ask,
  };
}
