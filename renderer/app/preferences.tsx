import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { CallInput, CallOutput } from '../../shared/contract/index.ts';
import type { Preferences } from '../../shared/contract/window.ts';
import { call } from '../api/client.ts';

export type Start = CallOutput<'window.start'>;
type Held = {
  start: Start;
  preferences: Preferences;
  setPreferences: (change: CallInput<'window.setPreferences'>) => void;
};

const PreferencesContext = createContext<Held | null>(null);

/** The preferences, at once on the screen and then on the disk. */
export function PreferencesProvider({ start, children }: { start: Start; children: ReactNode }) {
  const [preferences, setState] = useState(start.preferences);
  const setPreferences = useCallback((change: CallInput<'window.setPreferences'>) => {
    setState((before) => ({ ...before, ...(change as Partial<Preferences>) }));
    // A preference that could not be written costs the memory of it, nothing else.
    call('window.setPreferences', change).catch(() => undefined);
  }, []);
  const held = useMemo(
    () => ({ start, preferences, setPreferences }),
    [start, preferences, setPreferences],
  );
  return <PreferencesContext value={held}>{children}</PreferencesContext>;
}

export function usePreferences(): Held {
  const held = use(PreferencesContext);
  if (held === null) throw new Error('usePreferences needs a PreferencesProvider');
  return held;
}
