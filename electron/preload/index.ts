import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Answer, AppEvent, Call } from '../../shared/contract/index.ts';

/** The whole surface between a window and the application. It never grows: operations are names, not functions. */
const jianzhi = {
  call: (call: Call): Promise<Answer> => ipcRenderer.invoke('app:call', call) as Promise<Answer>,
  on: (listener: (event: AppEvent) => void): (() => void) => {
    const forward = (_: unknown, event: AppEvent) => listener(event);
    ipcRenderer.on('app:event', forward);
    return () => ipcRenderer.off('app:event', forward);
  },
};

contextBridge.exposeInMainWorld('jianzhi', jianzhi);

/**
 * What a person drops on the window counts as chosen, so the page must not be the one to say what it was: this listener runs in
 * the preload's own world, before any of the page's, and believes only events that came from the system. The page asks
 * for the places afterwards, by `window.takeDropped`.
 */
window.addEventListener(
  'drop',
  (event) => {
    const files = event.dataTransfer?.files ?? [];
    if (event.isTrusted) ipcRenderer.send('app:drop', Array.from(files, placeOf));
  },
  { capture: true },
);

/** Empty for a file that a page made. Electron 32 moved this from the file itself to `webUtils`. */
function placeOf(file: File & { path?: string }): string {
  return 'path' in file ? (file.path ?? '') : webUtils.getPathForFile(file);
}

export type Jianzhi = typeof jianzhi;
