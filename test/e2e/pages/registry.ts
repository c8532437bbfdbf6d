import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { launchApp, type AppOptions, type RunningApp } from '../../support/app.ts';
import type { Seat } from './seat.ts';
import { unlock } from './writing.ts';

export type RegistryDesk = {
  open(options?: AppOptions): Promise<RunningApp>;
  cleanUp(): void;
  folder: string;
  /** Of an office that is not enrolled: 临江市人民检察院. */
  card: { text: string; fingerprint: string };
};

/** The workspace of a desk. `isFull`: with the sample registry, cards, and a year of what offices sent. */
export function setUpRegistryDesk(isFull: boolean): RegistryDesk {
  const folder = mkdtempSync(path.join(tmpdir(), 'jianzhi-e2e-'));
  const workspace = path.join(folder, 'workspace');
  const child = path.join(import.meta.dirname, '../../support/registry-child.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [child, workspace, ...(isFull ? ['--full'] : [])],
    { encoding: 'utf8', env: { PATH: process.env['PATH'] } },
  );
  if (status !== 0) throw new Error(stderr);
  return {
    folder,
    card: JSON.parse(stdout) as RegistryDesk['card'],
    async open(options = {}) {
      const { language = 'zh-CN', theme = 'light' } = options;
      const preferences = { language, theme, opensWith: 'records', lastFolder: workspace };
      writeFileSync(path.join(folder, 'preferences.json'), JSON.stringify(preferences));
      const running = await launchApp({ ...options, userData: folder });
      await unlock(running.window);
      await running.window.getByTestId('workspace-name').waitFor();
      return running;
    },
    cleanUp: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The rows of the registry. */
export const officeRows = ({ window, words }: Seat): Locator =>
  window.getByRole('listbox', { name: words.registry.listOf }).getByRole('option');

/** The tile of a region, by the name on it. */
export const tileOf = ({ window, words }: Seat, region: string): Locator =>
  window
    .getByRole('group', { name: words.situation.grid })
    .getByRole('button', { name: new RegExp(`^${region}`, 'u') });
