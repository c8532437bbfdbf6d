import { createSwitch } from '../ui/switch-state.ts';

const shown = createSwitch();
export const togglePalette = () => shown.set(!shown.is());
export const hidePalette = () => shown.set(false);
export const isPaletteShown = shown.is;
/** Whether the palette is open. */
export const usePaletteShown = shown.use;
