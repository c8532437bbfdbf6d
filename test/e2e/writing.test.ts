import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { RunningApp } from '../support/app.ts';
import { setUpDesk, unlock, type Desk } from './pages/writing.ts';

test.describe.configure({ mode: 'serial' });

let desk: Desk;
let running: RunningApp;

test.beforeAll(async () => {
  desk = setUpDesk();
  running = await desk.open();
});
test.afterAll(async () => {
  await running.close();
  desk.cleanUp();
});

const facts = () => running.window.locator('[data-section="facts"] .editor-section-body');
const tree = () => running.window.getByRole('tree', { name: '大纲' });
const isSerious = ({ impact }: { impact?: string | null }) =>
  impact === 'serious' || impact === 'critical';
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await running.window.keyboard.press(key);
}

test('the outline leads, moves a heading with its text, undoes it, and remembers what is folded', async () => {
  const { window } = running;
  await tree().waitFor();
  await facts().locator('p').first().click();
  for (const line of ['（一）甲', '甲文', '（二）乙', '乙文']) {
    await window.keyboard.type(line);
    await press('Enter');
  }
  const item = (name: string) => tree().getByRole('treeitem', { name });
  await expect(item('（二）乙')).toHaveAttribute('aria-current', 'location');
  await item('（二）乙').click();
  await item('（二）乙').focus();
  await press('Alt+ArrowUp');
  await expect(item('（一）乙')).toBeVisible();
  await expect(facts()).toHaveText(/乙乙文.*甲甲文/s);
  await facts().locator('p').first().click();
  await press('Control+z');
  await expect(item('（一）甲')).toBeVisible();
  await item('（二）乙').dragTo(item('（一）甲'));
  await expect(facts()).toHaveText(/乙乙文.*甲甲文/s);
  await item('基本案情').focus();
  await press('ArrowLeft');
  await expect(item('（一）乙')).toBeHidden();
  await expect(item('基本案情')).toHaveAttribute('aria-expanded', 'false');
});

test('focus mode folds the panes, lights the section, and leaves caret and text alone', async () => {
  const { window } = running;
  await facts().locator('p').last().click();
  await press('F11');
  await expect(window.getByRole('complementary')).toHaveCount(0);
  await window.keyboard.type('照写');
  await expect(facts()).toContainText('照写');
  await expect(window.locator('[data-section="facts"]')).toHaveAttribute('data-here', '');
  await press('F11');
  await expect(tree()).toBeVisible();
});

test('all shortcuts stand in one list; nothing in it, the outline or the find bar is hard to reach', async () => {
  const { window } = running;
  await press('F1');
  await expect(window.getByRole('dialog', { name: '快捷键' })).toContainText('Ctrl+Alt+F');
  await window.waitForTimeout(300);
  const dialog = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
  expect(dialog.violations.filter(isSerious).map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual(
    [],
  );
  await press('Escape');
  await facts().locator('p').last().click();
  await press('Control+h');
  await window.keyboard.type('乙');
  await expect(window.getByRole('search').last().getByRole('status')).toHaveText(/\/ 2$/);
  const bar = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
  expect(bar.violations.filter(isSerious).map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await press('Escape');
});

test('after locking, the record is open again with its folds, and the caret where it was', async () => {
  await facts().locator('p', { hasText: '照写' }).click();
  await press('End');
  await running.window.waitForTimeout(1_000);
  await press('Control+l');
  await unlock(running.window);
  await facts().waitFor();
  await running.window.waitForTimeout(1_000);
  await running.window.keyboard.type('一');
  await expect(facts()).toContainText('照写一');
  await expect(tree().getByRole('treeitem', { name: '基本案情' })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  await running.window.waitForTimeout(1_000);
  expect(await running.complaints()).toEqual([]);
});
