import { createSwitch } from '../ui/switch-state.ts';

const focusMode = createSwitch();
/** Only the text is there, and the section one writes in is lit. It does not outlive the window. */
export const useFocusMode = focusMode.use;
export const isFocusMode = focusMode.is;
export const setFocusMode = focusMode.set;
