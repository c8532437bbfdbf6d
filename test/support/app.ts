import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Launch } from '../../scripts/launch.ts';
import { makeReady } from '../../scripts/ready.ts';
import type { Language, OpensWith, Theme } from '../../shared/contract/window.ts';

export type AppOptions = {
  /** Keeps preferences and window state; a fresh temporary folder if not given. */
  userData?: string;
  language?: Language;
  theme?: Theme;
  /** The records if not given: a story about records begins there. What a new user gets is `home`. */
  opensWith?: OpensWith;
  /** Size of the window; 1440 × 900 if not given. */
  size?: { width: number; height: number };
  env?: Record<string, string>;
  /** Something else than the app as built, or started in another way. */
  launch?: Launch;
  /** Chromium's sandbox; on unless this is root, who cannot have it. */
  hasSandbox?: boolean;
};

export type RunningApp = {
  electron: ElectronApplication;
  window: Page;
  userData: string;
  /** What the window's console and its scripts complained about since the start. A good run leaves it empty. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
};

const CLOSE_WAIT_IN_MS = 20_000;

/** Starts the built app in a real window, on whatever runtime and display this machine has. */
export async function launchApp(options: AppOptions = {}): Promise<RunningApp> {
  const { executable, args, env } = options.launch ?? (await launchOfThisRun());
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'jianzhi-e2e-'));
  writePreferences(userData, options);
  const electron = await _electron.launch({
    executablePath: executable,
    args: [...args, `--user-data-dir=${userData}`, '--disable-gpu'],
    env: { ...cleanEnvironment(), ...env, ...options.env },
    // Playwright switches the sandbox off unless told.
    chromiumSandbox: options.hasSandbox ?? process.getuid?.() !== 0,
    timeout: 30_000,
  });
  // Playwright forgets it when it ends.
  const child = electron.process();
  const window = await electron.firstWindow();
  await window.waitForLoadState('load');
  return {
    electron,
    window,
    userData,
    complaints: () => complaintsOf(window),
    close: async () => {
      await closeApp(electron, child);
      if (options.userData === undefined) rmSync(userData, { recursive: true, force: true });
    },
  };
}

let ready: Promise<Launch> | undefined;

async function launchOfThisRun(): Promise<Launch> {
  const prepared = process.env['JIANZHI_LAUNCH'];
  if (prepared !== undefined) return JSON.parse(prepared) as Launch;
  ready ??= makeReady().then(({ launch }) => launch);
  return ready;
}

/** Only what was not remembered by an earlier start in the same folder. */
function writePreferences(userData: string, options: AppOptions): void {
  mkdirSync(userData, { recursive: true });
  const { language = 'zh-CN', theme = 'light', opensWith = 'records' } = options;
  const { size = { width: 1440, height: 900 } } = options;
  writeOnce(join(userData, 'preferences.json'), { language, theme, opensWith });
  writeOnce(join(userData, 'window.json'), { bounds: { x: 40, y: 20, ...size } });
}

function writeOnce(file: string, value: unknown): void {
  try {
    writeFileSync(file, JSON.stringify(value), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function cleanEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !entry[0].startsWith('ELECTRON_') && entry[0] !== 'NODE_OPTIONS',
  );
  return Object.fromEntries(entries);
}

async function complaintsOf(page: Page): Promise<string[]> {
  const messages = await page.consoleMessages();
  const bad = messages.filter((message) => ['error', 'warning'].includes(message.type()));
  return [...(await page.pageErrors()).map(String), ...bad.map((message) => message.text())];
}

/** The app saves and ends by itself; one that hangs is ended, and the test fails for it. */
async function closeApp(electron: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), CLOSE_WAIT_IN_MS);
  });
  const outcome = await Promise.race([electron.close(), late]);
  clearTimeout(timer);
  if (outcome !== 'late') return;
  child.kill('SIGKILL');
  throw new Error(`The app did not close within ${CLOSE_WAIT_IN_MS / 1000} s.`);
}
