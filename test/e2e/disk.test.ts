import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { sectionText } from '../../shared/document/tree.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { setUpDesk, TITLE, unlock, type Desk } from './pages/writing.ts';

// A disk without room and a folder that cannot be written to, with the real thing: whoever writes sees a clear sentence,
// writes on, and loses nothing once there is room.

const isRoot = process.getuid?.() === 0;
const line = '林某以非法占有为目的，假冒岑岭茶业有限公司注册商标，销售金额三十一万元。';

let desk: Desk;
let app: RunningApp;
const facts = () => app.window.locator('[data-section="facts"] .editor-section-body');
const saveState = () => app.window.getByTestId('save-state');
const alert = () => app.window.getByRole('main').getByRole('alert');

function storedFacts(): string {
  const section = desk.stored().document.sections.find(({ id }) => id === 'facts');
  return section === undefined ? '' : sectionText(section).trim();
}

async function write(text: string): Promise<void> {
  await app.window.keyboard.insertText(text);
}

test.describe('a full disk', () => {
  test.skip(!isRoot, 'needs the right to mount a small disk');
  let ballast = '';

  test.beforeEach(async () => {
    desk = setUpDesk((folder) => {
      mkdirSync(folder);
      const size = 'size=12m';
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder]).status !== 0)
        throw new Error('no small disk');
    });
    ballast = join(desk.disk, 'ballast');
    app = await desk.open();
    await facts().locator('p').first().click();
  });
  test.afterEach(async () => {
    try {
      rmSync(ballast, { force: true });
      await app.close();
    } finally {
      spawnSync('umount', ['--lazy', desk.disk]);
      desk.cleanUp();
    }
  });

  test('is said while one types; typing goes on, and all is stored when there is room', async () => {
    test.setTimeout(90_000);
    const { window } = app;
    await write('开头。');
    await expect(saveState()).toContainText('已保存');
    fill();
    let typed = '开头。';
    // What the journal still has room for is stored as always.
    for (let tries = 0; tries < 60 && !(await alert().isVisible()); tries += 1) {
      await write(line.repeat(20));
      typed += line.repeat(20);
      await window.waitForTimeout(450);
    }
    await expect(alert()).toContainText('磁盘空间不足');
    await expect(window.getByText('程序会不断重试')).toBeVisible();
    await expect(saveState()).toHaveText('没有保存');
    await write('满了还在写。');
    typed += '满了还在写。';
    await expect(facts()).toHaveText(typed);

    // Locking would take the text from the screen: it asks, and staying is the default.
    await window.keyboard.press('Control+l');
    await expect(window.getByRole('dialog', { name: '有文字没有保存' })).toBeVisible();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('dialog')).toBeHidden();
    await expect(facts()).toHaveText(typed);

    rmSync(ballast);
    await expect(saveState()).toContainText('已保存', { timeout: 20_000 });
    await expect(alert()).toBeHidden();
    await app.close();
    expect(storedFacts()).toBe(typed);
  });

  function fill(): void {
    const { bavail, bsize } = statfsSync(desk.disk);
    try {
      writeFileSync(ballast, Buffer.alloc(bavail * bsize));
    } catch {
      // Full a page earlier than thought.
    }
    expect(statfsSync(desk.disk).bavail).toBeLessThan(4);
  }
});

test.describe('a place that cannot be written to', () => {
  test.beforeEach(async () => {
    desk = setUpDesk();
    app = await desk.open();
    await facts().locator('p').first().click();
  });
  test.afterEach(async () => {
    setImmutable(false);
    try {
      await app.close();
    } finally {
      desk.cleanUp();
    }
  });

  test('from one moment to the next is said while one types, and all is stored when it can be', async () => {
    test.setTimeout(90_000);
    await write('开头。');
    await expect(saveState()).toContainText('已保存');
    test.skip(!setImmutable(true), 'needs the right to make a file immutable');
    await write(line);
    await expect(alert()).toContainText('无法写入');
    await expect(app.window.getByText('程序会不断重试')).toBeVisible();
    await write('接着写。');
    await expect(facts()).toHaveText(`开头。${line}接着写。`);
    setImmutable(false);
    await expect(saveState()).toContainText('已保存', { timeout: 20_000 });
    await app.close();
    expect(storedFacts()).toBe(`开头。${line}接着写。`);
  });

  function setImmutable(isSo: boolean): boolean {
    // Not what SQLite maps into memory: on a real read-only disk that goes on, here it would end the store.
    const files = ['workspace.db', 'workspace.db-wal'].map((name) => join(desk.folder, name));
    return spawnSync('chattr', [isSo ? '+i' : '-i', ...files]).status === 0;
  }
});

test.describe('a folder that can only be read', () => {
  test.skip(!isRoot, 'needs the right to mount a folder for reading alone');
  test.afterEach(async () => {
    try {
      await app.close().catch(() => undefined);
    } finally {
      spawnSync('umount', ['--lazy', desk.folder]);
      desk.cleanUp();
    }
  });

  test('is told when it is to be opened, and nothing is lost: once it can be written to, one writes on', async () => {
    test.setTimeout(90_000);
    desk = setUpDesk();
    app = await desk.open();
    await facts().locator('p').first().click();
    await write(line);
    await expect(saveState()).toContainText('已保存');
    await app.close();
    for (const way of [['--bind'], ['-o', 'remount,ro,bind']]) {
      expect(spawnSync('mount', [...way, desk.folder, desk.folder]).status).toBe(0);
    }

    app = await launchApp({ userData: desk.disk });
    await unlock(app.window);
    await expect(app.window.getByRole('alert')).toContainText('不能写入');
    await expect(app.window.getByRole('alert')).toContainText('请选择有写入权限的文件夹');
    expect(spawnSync('umount', [desk.folder]).status).toBe(0);
    await unlock(app.window);
    await app.window.getByText(TITLE).first().click();
    await expect(facts()).toHaveText(line);
    await facts().locator('p').first().click();
    await app.window.keyboard.press('End');
    await write('接着写。');
    await expect(saveState()).toContainText('已保存');
    await app.close();
    expect(storedFacts()).toBe(`${line}接着写。`);
  });
});
