import { useEffect, type RefObject } from 'react';
import type { Panes } from './use-layout.ts';
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
    const actions: Record<string, () => void> = {
      f: () => {
        searchBox.current?.focus();
        searchBox.current?.select();
      },
      n: () => view.show('new-record'),
      o: () => view.show('import'),
      l: onLock,
      ',': () => view.go({ at: 'settings' }),
      '\\': panes.toggleNavigation,
      '|': panes.toggleInspector,
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isEnabled || event.isComposing || view.dialog !== null) return;
      if (event.key === 'F6') {
        event.preventDefault();
        focusNextPane(event.shiftKey ? -1 : 1);
        return;
      }
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const action = actions[event.key.toLowerCase()];
      if (action === undefined) return;
      event.preventDefault();
      action();
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
