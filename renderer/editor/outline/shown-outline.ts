import { createSwitch } from '../../ui/switch-state.ts';

const shown = createSwitch();
/** Whether the outline floats over the document, where the inspector that holds it is folded. */
export const useOutlineShown = shown.use;
export const showOutline = shown.set;

/** Goes to the outline of the inspector, or lets it float while that is folded. */
export function askForOutline(isInspectorOpen: boolean): void {
  if (!isInspectorOpen) shown.set(!shown.is());
  else document.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
}
