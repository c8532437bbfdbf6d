import { expect, test } from '@playwright/test';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { setUpDesk, type Desk } from './pages/writing.ts';

const words = wordsOf('zh-CN');
let desk: Desk;
let running: RunningApp;

test.beforeEach(async () => {
  desk = setUpDesk();
  running = await desk.open();
  await running.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800),
  );
});
test.afterEach(async () => {
  await running.close().catch(() => undefined);
  desk.cleanUp();
});

test('where the inspector is folded the outline floats over the document, by one key or one click', async () => {
  const { window } = running;
  const tree = window.getByRole('tree', { name: words.writing.outline });
  const button = window
    .getByRole('toolbar', { name: words.records.position })
    .getByRole('button', { name: words.writing.outline });
  await expect(button).toBeVisible();
  await expect(tree).toHaveCount(0);
  await window.locator('[data-section="gist"] p').first().click();
  await window.keyboard.press('Control+Alt+o');
  await expect(tree.getByRole('treeitem').first()).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(tree).toHaveCount(0);
  await window.keyboard.type('写在这里');
  await expect(window.locator('[data-section="facts"] p').first()).toHaveText('写在这里');
  await button.click();
  await expect(tree).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(tree).toHaveCount(0);

  // Unfolded, the inspector has it, and how many keywords are usual.
  await window.getByRole('button', { name: words.app.showInspector }).click();
  await expect(button).toHaveCount(0);
  await window.keyboard.press('Control+Alt+o');
  await expect(tree.locator('[tabindex="0"]')).toBeFocused();
  // Folded away, it unfolds for whoever asks for it.
  const heading = window.getByRole('button', { name: words.writing.outline, exact: true });
  await heading.click();
  await expect(tree).toBeHidden();
  await window.keyboard.press('Control+Alt+o');
  await expect(tree.locator('[tabindex="0"]')).toBeFocused();
  const hint = window.getByText(words.records.keywordsUsual('0'));
  await expect(hint).toBeVisible();
  const keyword = window.getByPlaceholder(words.records.addKeyword);
  for (const one of ['假冒注册商标罪', '地理标志', '惩罚性赔偿']) {
    await keyword.fill(one);
    await keyword.press('Enter');
  }
  await expect(window.getByText(words.records.keywordsUsual('3'))).toHaveCount(0);
  await expect(hint).toHaveCount(0);
  expect(await running.complaints()).toEqual([]);
});
