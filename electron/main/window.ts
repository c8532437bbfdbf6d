import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen, type Rectangle } from 'electron';
import { readWindowState, writeWindowState } from './preferences.ts';
import { devServer, isOwnPage, ORIGIN, windowSession } from './security.ts';

const SMALLEST = { width: 960, height: 600 };
const USUAL = { width: 1440, height: 900 };

export function createWindow(): BrowserWindow {
  const state = readWindowState();
  const window = new BrowserWindow({
    ...USUAL,
    ...(state.bounds !== null && isOnAScreen(state.bounds) ? state.bounds : {}),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    // The system's lists of windows name no record and no party.
    title: '检知',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1c1e' : '#f7f6f3',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      session: windowSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      backgroundThrottling: false,
    },
  });
  if (state.isMaximized) window.maximize();
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  rememberPlace(window);
  const home = devServer ?? `${ORIGIN}/`;
  // Going to about:blank is not announced by will-navigate, and an empty window could not even be closed properly.
  window.webContents.on('did-navigate', (_event, address) => {
    if (!isOwnPage(address)) void window.loadURL(home);
  });
  void window.loadURL(home);
  return window;
}

function rememberPlace(window: BrowserWindow): void {
  let timer: NodeJS.Timeout | undefined;
  const remember = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (window.isDestroyed()) return;
      writeWindowState({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
    }, 300);
  };
  window.on('resize', remember);
  window.on('move', remember);
  window.on('maximize', remember);
  window.on('unmaximize', remember);
}

/** A window remembered on a screen that is no longer there would open where nobody sees it. */
function isOnAScreen(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const width =
      Math.min(bounds.x + bounds.width, workArea.x + workArea.width) -
      Math.max(bounds.x, workArea.x);
    const height =
      Math.min(bounds.y + bounds.height, workArea.y + workArea.height) -
      Math.max(bounds.y, workArea.y);
    return width > 200 && height > 100;
  });
}
