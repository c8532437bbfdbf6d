import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type Rectangle } from 'electron';
import { Preferences } from '../../shared/contract/window.ts';

/**
 * What must be known before any workspace is open: language, theme, where the last workspace is, where the window was.
 * No record, no party, no title is ever written here. A file that cannot be read is as good as none.
 */
export type WindowState = { bounds: Rectangle | null; isMaximized: boolean };

const preferencesFile = () => join(app.getPath('userData'), 'preferences.json');
const windowFile = () => join(app.getPath('userData'), 'window.json');

export function readPreferences(): Preferences {
  const initial: Preferences = Preferences.parse({
    language:
      app.getLocale().startsWith('en') && process.env['LANG']?.startsWith('en') === true
        ? 'en'
        : 'zh-CN',
    theme: 'system',
    lastFolder: null,
  });
  const parsed = Preferences.partial().safeParse(readJson(preferencesFile()));
  return parsed.success ? Preferences.parse({ ...initial, ...parsed.data }) : initial;
}

export function writePreferences(preferences: Preferences): void {
  writeJson(preferencesFile(), preferences);
}

export function readWindowState(): WindowState {
  const read = readJson(windowFile()) as Partial<WindowState> | null;
  const bounds = read?.bounds;
  const isRectangle =
    bounds !== undefined &&
    bounds !== null &&
    [bounds.x, bounds.y, bounds.width, bounds.height].every((value) => Number.isInteger(value));
  return { bounds: isRectangle ? bounds : null, isMaximized: read?.isMaximized === true };
}

export function writeWindowState(state: WindowState): void {
  writeJson(windowFile(), state);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function writeJson(file: string, value: unknown): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(value));
    renameSync(`${file}.new`, file);
  } catch {
    // A read-only profile costs the memory of a window's place, nothing else.
  }
}
