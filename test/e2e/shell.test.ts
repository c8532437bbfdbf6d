import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { goTo } from './pages/navigation.ts';
import { waitUntilSaved } from './pages/records.ts';
import type { Seat } from './pages/seat.ts';
import { setLanguage, setTheme } from './pages/settings.ts';
import { lockWorkspace } from './pages/workspace.ts';
import { processesOf, setUpDesk, TITLE, unlock, type Desk } from './pages/writing.ts';

const words = wordsOf('zh-CN');
const text = '汐桥机电有限公司主要从事电机控制器的研发。';
let desk: Desk;
let running: RunningApp;
let seat: Seat;

test.beforeEach(async () => {
  desk = setUpDesk();
  running = await desk.open();
  seat = { ...running, words };
});
test.afterEach(async () => {
  await running.close();
  desk.cleanUp();
});

test('a wrong passphrase is refused in words and the field is ready for the next', async () => {
  const { window } = seat;
  await lockWorkspace(seat);
  const field = window.getByLabel(words.workspace.passphrase, { exact: true });
  await field.fill('不是这个口令');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('alert')).toContainText('口令不对，工作库没有打开');
  await expect(window.getByRole('alert')).toContainText('passphrase-wrong');
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();
  await unlock(window);
  await expect(window.getByTestId('workspace-name')).toBeVisible();
});

test('locking stores what was typed this moment and then leaves no word of it in the window', async () => {
  const { window } = seat;
  await window.locator('[data-section="facts"] p').first().click();
  await window.keyboard.insertText(text);
  await window.keyboard.press('Control+l');
  await window.getByRole('heading', { name: words.workspace.unlockTitle }).waitFor();
  const left = await window.content();
  expect(left).not.toContain('汐桥机电');
  expect(left).not.toContain(TITLE);
  await unlock(window);
  await window.getByRole('option').filter({ hasText: TITLE }).click();
  await expect(window.locator('[data-section="facts"]')).toContainText(text);
});

test('when the store crashes the text stays, and is stored once the workspace is open again', async () => {
  const { window } = seat;
  const store = processesOf(running.electron.process().pid ?? -1).find(({ command }) =>
    /out\/store|node\.mojom\.NodeService/.test(command),
  );
  process.kill(store?.id ?? -1, 'SIGSTOP');
  await window.locator('[data-section="facts"] p').first().click();
  await window.keyboard.insertText(text);
  process.kill(store?.id ?? -1, 'SIGKILL');
  const overlay = window.getByRole('dialog', { name: words.workspace.stoppedTitle });
  await overlay.waitFor();
  await expect(window.locator('[data-section="facts"]')).toContainText(text);
  await unlock(window);
  await overlay.waitFor({ state: 'detached' });
  await waitUntilSaved(seat);
  await running.close();
  expect(JSON.stringify(desk.stored())).toContain(text);
  running = await desk.open();
});

test('the language changes at once, everywhere, and is remembered', async () => {
  const { window } = seat;
  const english = await setLanguage(seat, 'en');
  const navigation = window.getByRole('navigation', { name: english.words.app.navigation });
  await expect(navigation).toBeVisible();
  for (const place of [
    english.words.settings.title,
    english.words.packs.title,
    english.words.points.title,
  ]) {
    await goTo(english, place);
    const page = window.getByRole('main', { name: place });
    await page.getByRole('heading').first().waitFor();
    // The names of the language and of the workspace are what they are.
    const shown = (await page.innerText()).replaceAll(
      /简体中文|云汀市人民检察院知识产权检察办公室/g,
      '',
    );
    expect(shown).not.toMatch(/\p{Script=Han}/u);
  }
  expect(await navigation.innerText()).not.toMatch(/\p{Script=Han}/u);
  await setTheme(english, 'dark');
  await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await window.reload();
  await expect(window.locator('html')).toHaveAttribute('lang', 'en');
  await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('the window opens again where it was, and not on a screen that is gone', async () => {
  const place = { x: 120, y: 60, width: 1111, height: 777 };
  const boundsOf = (app: RunningApp) =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  await running.electron.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    place,
  );
  const file = join(running.userData, 'window.json');
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('"width":1111');
  await running.close();
  running = await desk.open();
  expect(await boundsOf(running)).toEqual(place);
  await running.close();
  writeFileSync(file, JSON.stringify({ bounds: { ...place, x: 90_000 }, isMaximized: false }));
  running = await desk.open();
  seat = { ...running, words };
  expect((await boundsOf(running))?.x).toBeLessThan(10_000);
});

test('widths and folds of the panes are remembered', async () => {
  const { window } = seat;
  const list = window.getByRole('region', { name: words.records.listOf(words.records.all) });
  const before = (await list.boundingBox())?.width ?? 0;
  const divider = window.getByRole('separator', { name: words.app.resizeList });
  await divider.focus();
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Control+\\');
  await expect(window.getByRole('button', { name: words.app.showNavigation })).toBeVisible();
  await window.reload();
  await expect(window.getByRole('button', { name: words.app.showNavigation })).toBeVisible();
  expect((await list.boundingBox())?.width).toBe(before + 32);
});

test('a record goes to the trash with one step back, and is restored from there', async () => {
  const { window } = seat;
  const trash = window.getByRole('button', { name: words.records.moveToTrash });
  await trash.click();
  await expect(window.getByRole('option').filter({ hasText: TITLE })).toHaveCount(0);
  await window.getByRole('button', { name: words.records.undo, exact: true }).click();
  await window.getByRole('option').filter({ hasText: TITLE }).click();
  await trash.click();
  await goTo(seat, words.records.trash);
  await window.getByRole('option').filter({ hasText: TITLE }).click();
  await expect(window.getByRole('textbox', { name: words.records.title })).not.toBeEditable();
  await window.getByRole('button', { name: words.records.restore, exact: true }).click();
  await expect(window.getByText(words.records.emptyTrash)).toBeVisible();
});
