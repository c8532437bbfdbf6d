import { createSwitch } from '../../ui/switch-state.ts';

const shown = createSwitch();
export const showShortcuts = () => shown.set(true);
export const hideShortcuts = () => shown.set(false);
/** Whether the list of shortcuts is open. */
export const useShortcutsShown = shown.use;
