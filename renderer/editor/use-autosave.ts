import { useEffect, useState, useSyncExternalStore } from 'react';
import type { FailureData } from '../../shared/contract/index.ts';
import { createSaver, type Saver, type SaverOptions } from './saver.ts';

export type { SaveState } from './saver.ts';

type Autosave<Draft> = Saver<Draft> & { failure: FailureData | undefined };

/**
 * Stores the changes of one record (see `createSaver`). One record for the life of the component: give it a `key` with the
 * record's id. What was typed last is still stored after it has gone. Before locking or closing the window call `flush` and
 * wait for it. The component is drawn again when saving fails or goes on, and not at every save: that would be felt at
 * the keys. Who wants to know more watches.
 */
export function useAutosave<Draft>(options: Omit<SaverOptions<Draft>, 'clock'>): Autosave<Draft> {
  const [saver] = useState(() => createSaver(options));
  const failure = useSyncExternalStore(saver.watch, () => failureIn(saver));
  useEffect(() => () => void saver.flush(), [saver]);
  return { ...saver, failure };
}

function failureIn<Draft>(saver: Saver<Draft>): FailureData | undefined {
  const state = saver.state();
  return state.kind === 'unsaved' ? state.failure : undefined;
}
