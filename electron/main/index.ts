import { join } from 'node:path';
import { app, BrowserWindow, ipcMain } from 'electron';
import * as z from 'zod';
import type { Answer, AppEvent, Call } from '../../shared/contract/index.ts';
import { Failure } from '../../shared/errors.ts';
import {
  answerWindow,
  applyTheme,
  isWindowOperation,
  refuse,
  rememberFolder,
  type WindowContext,
} from './answer-window.ts';
import { createChosenPlaces } from './chosen-places.ts';
import { createDropped } from './dropped.ts';
import { addContextMenu, setApplicationMenu } from './menu.ts';
import { readPreferences } from './preferences.ts';
import {
  denyByDefault,
  devServer,
  isOwnFrame,
  registerScheme,
  serveWindowFiles,
} from './security.ts';
import { createStoreClient, type StoreClient } from './store-client.ts';
import { storeWay } from './store-process.ts';
import { createWindow } from './window.ts';

// Only wiring: which window, which store, who answers what.

const CallMessage = z.strictObject({
  name: z.string().max(100),
  input: z.unknown(),
  jobId: z.string().max(100).optional(),
});
/** How long a window that does not answer may hold up its own closing. */
const FLUSH_WAIT_IN_MS = 10_000;

function emit(event: AppEvent): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send('app:event', event);
  }
}

function openWindow(store: StoreClient): void {
  const window = createWindow();
  const places = createChosenPlaces();
  const dropped = createDropped();
  let mayClose = false;
  let flushTimer: NodeJS.Timeout | undefined;
  const context: WindowContext = {
    window,
    places,
    dropped,
    preferences: readPreferences(),
    closeNow: () => {
      mayClose = true;
      window.close();
    },
    callStore: (call) => store.call(call),
    emit,
  };
  applyTheme(context.preferences);
  addContextMenu(window, () => context.preferences.language);

  ipcMain.handle('app:call', async (event, message: unknown): Promise<Answer> => {
    const parsed = CallMessage.safeParse(message);
    if (!isOwnFrame(event) || !parsed.success)
      return refuse(new Failure('input-invalid', { operation: '' }));
    const { name, input, jobId } = parsed.data;
    const call: Call = jobId === undefined ? { name, input } : { name, input, jobId };
    if (name === 'window.close') clearTimeout(flushTimer);
    return answerCall(context, store, call);
  });

  ipcMain.on('app:drop', (event, message: unknown) => {
    if (isOwnFrame(event)) dropped.put(message);
  });

  window.on('close', (event) => {
    if (mayClose || window.webContents.isCrashed()) return;
    event.preventDefault();
    emit({ type: 'flush-before-close' });
    clearTimeout(flushTimer);
    flushTimer = setTimeout(() => {
      if (!window.isDestroyed())
        void answerWindow(context, { name: 'window.close', input: { saved: false } });
    }, FLUSH_WAIT_IN_MS);
  });
  // A window that died keeps nobody waiting: its text is in the store, a new load reads it from there.
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
  });
}

async function answerCall(context: WindowContext, store: StoreClient, call: Call): Promise<Answer> {
  try {
    context.places.check(call);
  } catch (error) {
    if (error instanceof Failure) return refuse(error);
    throw error;
  }
  if (isWindowOperation(call.name)) return answerWindow(context, call);
  const answer = await store.call(call);
  const opens = ['workspace.create', 'workspace.open', 'workspace.recover'].includes(call.name);
  if (opens && answer.ok) {
    const { workspace } = answer.value as { workspace: { folder: string } };
    context.places.add(workspace.folder);
    rememberFolder(context, workspace.folder);
  }
  return answer;
}

function run(): void {
  registerScheme();
  // Root cannot have Chromium's sandbox; forcing it on there would only crash every helper process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  let store: StoreClient | undefined;
  let hasStopped = false;

  void app.whenReady().then(async () => {
    setApplicationMenu(devServer !== undefined);
    await denyByDefault();
    serveWindowFiles(join(import.meta.dirname, '../renderer'));
    store = createStoreClient(
      {
        way: storeWay(),
        entry: join(import.meta.dirname, '../store/index.cjs'),
        nodePath: process.env['JIANZHI_NODE'] ?? join(app.getAppPath(), 'node_modules/.bin/node'),
      },
      emit,
    );
    openWindow(store);
  });

  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (hasStopped || store === undefined) return;
    event.preventDefault();
    hasStopped = true;
    void store.stop().then(() => app.quit());
  });
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
}

if (app.requestSingleInstanceLock()) run();
else app.quit();
