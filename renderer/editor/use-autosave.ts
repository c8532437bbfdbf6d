import { useEffect, useState, useSyncExternalStore } from 'react';
import { createSaver, type Saver, type SaverOptions, type SaveState } from './saver.ts';

export type { SaveState } from './saver.ts';

type Autosave<Draft> = Pick<Saver<Draft>, 'changed' | 'flush' | 'storeOver'> & { state: SaveState };

/**
 * Stores the changes of one record (see `createSaver`) and says how that stands. One record for the life of the component:
 * give it a `key` with the record's id. What was typed last is still stored after it has gone. Before locking or
 * closing the window call `flush` and wait for it.
 */
export function useAutosave<Draft>(options: Omit<SaverOptions<Draft>, 'clock'>): Autosave<Draft> {
  const [saver] = useState(() => createSaver(options));
  const state = useSyncExternalStore(saver.watch, saver.state);
  useEffect(() => () => void saver.flush(), [saver]);
  const { changed, flush, storeOver } = saver;
  return { changed, flush, storeOver, state };
}
