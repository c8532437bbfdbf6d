import { contextBridge, ipcRenderer } from 'electron';
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

export type Jianzhi = typeof jianzhi;
