import { createSwitch } from '../../ui/switch-state.ts';

const shown = createSwitch();
/** Whether the outline floats over the document, where the inspector that holds it is folded. */
export const useOutlineShown = shown.use;
export const showOutline = shown.set;

/** Goes to the outline of the inspector, which unfolds for it, or lets it float while the inspector itself is folded. */
export function askForOutline(isInspectorOpen: boolean): void {
  if (!isInspectorOpen) {
    shown.set(!shown.is());
    return;
  }
  const item = document.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]');
  item
    ?.closest('[data-folded]')
    ?.querySelector<HTMLElement>('button[aria-expanded="false"]')
    ?.click();
  // What was folded can take the focus when it is drawn again.
  requestAnimationFrame(() => requestAnimationFrame(() => item?.focus()));
}
