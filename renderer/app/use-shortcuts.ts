import { useEffect } from 'react';
import { isPaletteShown } from '../palette/shown-palette.ts';
import { commands, type Wiring } from './commands/commands.ts';
import { pressed } from './shortcuts/shortcuts.ts';

/** The keys of the whole window: those that the table of commands has. While an input method composes, every key is its own. */
export function useShortcuts(wiring: Wiring, isEnabled: boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isEnabled || event.defaultPrevented || wiring.view.dialog !== null) return;
      // Its own key closes the palette again; the others are for what lies under it.
      if (isPaletteShown() && !pressed(event, 'palette')) return;
      if (pressed(event, 'nextPane')) {
        event.preventDefault();
        focusNextPane(event.shiftKey ? -1 : 1);
        return;
      }
      const command = commands.find(
        ({ shortcut }) => shortcut !== undefined && pressed(event, shortcut),
      );
      if (command === undefined) return;
      event.preventDefault();
      command.run(wiring);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [wiring, isEnabled]);
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
