import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { FullRecord } from '../../../shared/contract/records.ts';
import { launchApp, type RunningApp } from '../../support/app.ts';

export const TITLE = '林某假冒注册商标案';
/** The one of `test/support/temp-workspace.ts`, which cannot be imported here for the database it opens. */
export const PASSPHRASE = '云汀晨雾十二里';

/** A workspace with one typical case, and the app in which it can be written. */
export type Desk = {
  /** Starts the app, unlocks the workspace and opens the case. */
  open(env?: Record<string, string>): Promise<RunningApp>;
  /** The case as it is on the disk, read without the app. The app must not be running. */
  stored(): FullRecord;
  /** Destroys the full-text index on the disk. The app must not be running. */
  damageIndex(): void;
  cleanUp(): void;
  folder: string;
  /** Where the workspace lies. */
  disk: string;
};

/** `makeDisk` makes the folder in which the workspace is to lie, if it is to be a special one. */
export function setUpDesk(makeDisk?: (folder: string) => void): Desk {
  const userData = mkdtempSync(join(tmpdir(), 'jianzhi-e2e-'));
  const disk = makeDisk === undefined ? userData : join(userData, 'disk');
  makeDisk?.(disk);
  const folder = join(disk, 'workspace');
  store('create', folder, TITLE);
  writeFileSync(
    join(userData, 'preferences.json'),
    JSON.stringify({ language: 'zh-CN', theme: 'light', opensWith: 'records', lastFolder: folder }),
  );
  return {
    async open(env = {}) {
      const running = await launchApp({ userData, env });
      await unlock(running.window);
      await running.window.getByText(TITLE).first().click();
      await running.window.locator('[data-section="facts"] p').first().waitFor();
      return running;
    },
    folder,
    damageIndex: () => void store('damage', folder),
    disk,
    stored: () => JSON.parse(store('read', folder)) as FullRecord,
    cleanUp: () => rmSync(userData, { recursive: true, force: true }),
  };
}

function store(...parameters: string[]): string {
  const child = join(import.meta.dirname, '../../support/desk-child.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [child, ...parameters], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

export async function unlock(window: Page): Promise<void> {
  await window.locator('input[type="password"]').fill(PASSPHRASE);
  await window.keyboard.press('Enter');
}

/** The processes below one, itself included: the app's own, its windows', its store's. Linux. */
export function processesOf(parent: number): { id: number; command: string }[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state, parentId] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (state === 'Z') return [];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ id: Number(name), parent: Number(parentId), command }];
      } catch {
        return [];
      }
    });
  const found = all.filter(({ id }) => id === parent);
  for (const one of found) found.push(...all.filter(({ parent: of }) => of === one.id));
  return found;
}
