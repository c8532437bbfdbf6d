import { useViewportSize } from '@mantine/hooks';
import { useCallback } from 'react';
import type { Layout } from '../../shared/contract/window.ts';
import { usePreferences } from './preferences.tsx';

/** Below these window widths (CSS pixels) the inspector folds first, then the navigation to icons. */
const INSPECTOR_NEEDS = 1400;
const NAVIGATION_NEEDS = 1110;
export const ICONS_WIDTH = 56;
export const limits = {
  navigation: { least: 184, most: 320 },
  list: { least: 272, most: 560 },
  table: { least: 272, most: 1600 },
  inspector: { least: 240, most: 420 },
} as const;
/** The document keeps at least this much, whatever the panes would like. */
const DOCUMENT_NEEDS = 440;

export type Panes = {
  navigationWidth: number;
  listWidth: number;
  inspectorWidth: number;
  isNavigationOpen: boolean;
  isInspectorOpen: boolean;
  change: (change: Partial<Layout>) => void;
  toggleNavigation: () => void;
  toggleInspector: () => void;
};

/** How wide each pane is and which are folded, remembered from one day to the next. */
export function useLayout(): Panes {
  const { preferences, setPreferences } = usePreferences();
  const { width: measured } = useViewportSize();
  const width = measured === 0 ? window.innerWidth : measured;
  const { layout, listView } = preferences;
  const wanted = listView.density === 'table' ? listView.tableWidth : layout.listWidth;
  const isInspectorOpen =
    layout.inspector === 'auto' ? width >= INSPECTOR_NEEDS : layout.inspector === 'open';
  const room = width - (isInspectorOpen ? layout.inspectorWidth : 0);
  const isNavigationOpen =
    layout.navigation === 'auto' ? room >= NAVIGATION_NEEDS : layout.navigation === 'open';
  const navigationWidth = isNavigationOpen ? layout.navigationWidth : ICONS_WIDTH;
  const listWidth = Math.max(
    limits.list.least,
    Math.min(
      wanted,
      width - navigationWidth - (isInspectorOpen ? layout.inspectorWidth : 0) - DOCUMENT_NEEDS,
    ),
  );
  const change = useCallback(
    (part: Partial<Layout>) => setPreferences({ layout: { ...layout, ...part } }),
    [layout, setPreferences],
  );
  return {
    navigationWidth,
    listWidth,
    inspectorWidth: layout.inspectorWidth,
    isNavigationOpen,
    isInspectorOpen,
    change,
    toggleNavigation: () => change({ navigation: isNavigationOpen ? 'folded' : 'open' }),
    toggleInspector: () => change({ inspector: isInspectorOpen ? 'folded' : 'open' }),
  };
}
