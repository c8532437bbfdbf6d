import { useCallback } from 'react';
import type { ListView } from '../../../shared/contract/window.ts';
import { usePreferences } from '../../app/preferences.tsx';

/** How lists look, remembered from one day to the next. */
export function useListView(): { view: ListView; change: (change: Partial<ListView>) => void } {
  const { preferences, setPreferences } = usePreferences();
  const { listView: view } = preferences;
  const change = useCallback(
    (part: Partial<ListView>) => setPreferences({ listView: { ...view, ...part } }),
    [view, setPreferences],
  );
  return { view, change };
}
