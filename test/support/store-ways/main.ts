import { startStore } from '../../../electron/main/store-process.ts';

// An app without a window: the test calls the adapter in here, inside a real Electron main process.
Object.assign(globalThis, { startStore });
