import { useEffect, type RefObject } from 'react';
import type { Panes } from './use-layout.ts';
import { isFocusMode, setFocusMode } from './focus-mode.ts';
import { pressed, shortcutIds, type ShortcutId } from './shortcuts/shortcuts.ts';
import { showShortcuts } from './shortcuts/shown-shortcuts.ts';
import { useView } from './view.tsx';

type Wiring = {
  panes: Panes;
  searchBox: RefObject<HTMLInputElement | null>;
  onLock: () => void;
  isEnabled: boolean;
};

/** The keys of the whole window. While an input method composes, every key is its own. */
export function useShortcuts({ panes, searchBox, onLock, isEnabled }: Wiring): void {
  const view = useView();
  useEffect(() => {
    const actions: Partial<Record<ShortcutId, () => void>> = {
      help: showShortcuts,
      search: () => {
        searchBox.current?.focus();
        searchBox.current?.select();
      },
      newRecord: () => view.show('new-record'),
      import: () => view.show('import'),
      lock: onLock,
      settings: () => view.go({ at: 'settings' }),
      navigation: panes.toggleNavigation,
      inspector: panes.toggleInspector,
      focusMode: () => setFocusMode(!isFocusMode()),
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isEnabled || event.defaultPrevented || view.dialog !== null) return;
      if (pressed(event, 'nextPane')) {
        event.preventDefault();
        focusNextPane(event.shiftKey ? -1 : 1);
        return;
      }
      const id = shortcutIds.find((name) => actions[name] !== undefined && pressed(event, name));
      if (id === undefined) return;
      event.preventDefault();
      actions[id]?.();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [panes, searchBox, onLock, view, isEnabled]);
}

const TABBABLE = '[data-pane-focus], input, [contenteditable="true"], button, [tabindex="0"]';

/** F6 goes round the panes, as in every Windows program. */
function focusNextPane(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  for (let step = 1; step <= panes.length; step += 1) {
    const pane = panes[(here + direction * step + panes.length * 2) % panes.length];
    const target =
      pane?.querySelector<HTMLElement>('[data-pane-focus]') ??
      pane?.querySelector<HTMLElement>(TABBABLE);
    if (target !== null && target !== undefined) {
      target.focus();
      return;
    }
  }
}
