import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { takeSeat, type Seat } from './pages/seat.ts';
import { createWorkspace } from './pages/workspace.ts';

let seat: Seat;
let folder: string;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-palette-'));
  seat = await takeSeat();
  const passphrase = '茶山雾里三只白鹭听雨';
  const name = '云汀市人民检察院';
  await createWorkspace(seat, { folder: join(folder, 'workspace'), name, passphrase });
  await seat.window.getByRole('button', { name: seat.words.samples.offer }).click();
  await seat.window.getByRole('option').first().waitFor();
});
test.afterAll(async () => {
  expect(await seat.complaints()).toEqual([]);
  await seat.close();
  rmSync(folder, { recursive: true, force: true });
});

const words = () => seat.words.palette;
const box = () => seat.window.getByRole('combobox', { name: words().box });
const options = () =>
  seat.window.getByRole('listbox', { name: words().results }).getByRole('option');

async function openPalette(): Promise<void> {
  await seat.window.keyboard.press('Control+k');
  await expect(box()).toBeFocused();
}

test('Ctrl+K opens it, a few letters of the sound of a title and Enter open the record', async () => {
  await openPalette();
  await box().fill('cenling');
  await expect(options().first()).toContainText('岑岭');
  const title = (await options().first().locator('.han').textContent()) ?? '';
  await box().press('Enter');
  await expect(box()).toBeHidden();
  await expect(seat.window.getByLabel(seat.words.records.title, { exact: true })).toHaveValue(
    title,
  );
});

test('what was opened comes first the next time, and its key closes the palette again', async () => {
  await openPalette();
  await expect(options().first()).toContainText('岑岭');
  await expect(options().first().getByLabel(words().recent)).toBeVisible();
  await seat.window.keyboard.press('Control+k');
  await expect(box()).toBeHidden();
});

test('a command is found in the other language too, arrows and Enter run it', async () => {
  await openPalette();
  await box().fill('trash');
  await expect(options().first()).toContainText(words().goTo(seat.words.records.trash));
  await box().press('ArrowDown');
  await expect(options().nth(1)).toHaveAttribute('aria-selected', 'true');
  await box().press('ArrowUp');
  await box().press('Enter');
  await expect(
    seat.window.getByRole('heading', { name: seat.words.records.trash, exact: true }),
  ).toBeVisible();
});

test('while an input method composes, Enter, arrows and Escape are its own', async () => {
  await openPalette();
  await box().fill('锁定');
  await box().dispatchEvent('compositionstart');
  await box().press('ArrowDown');
  await box().press('Enter');
  await box().press('Escape');
  await expect(options().first()).toHaveAttribute('aria-selected', 'true');
  await box().dispatchEvent('compositionend');
  await box().press('Escape');
  await expect(box()).toBeHidden();
});

test('a new record is found as soon as it is there, and what nothing is called is searched for', async () => {
  await openPalette();
  await box().fill('xjjybgs');
  await box().fill(words().newOf(seat.words.kinds['information-brief']));
  await box().press('Enter');
  const title = seat.window.getByRole('dialog').getByLabel(seat.words.records.title);
  await title.fill('折枝有声书被盗播');
  await title.press('Enter');
  await expect(seat.window.getByRole('dialog')).toBeHidden();
  // A new record takes the focus when it is there.
  await expect(seat.window.getByRole('textbox', { name: seat.words.editor.text })).toBeFocused();
  await openPalette();
  await box().fill('zhezhi youshengshu');
  await expect(options().first()).toContainText('折枝有声书被盗播');
  await box().fill('回流');
  await expect(options().last()).toHaveText(new RegExp(words().search('回流')));
  await box().press('End');
  await options().last().click();
  await expect(seat.window.getByRole('combobox', { name: seat.words.search.box })).toHaveValue(
    '回流',
  );
  await seat.window.keyboard.press('Escape');
});

test('no accessibility rule of weight is broken', async () => {
  await openPalette();
  await box().fill('案');
  await expect(options().first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page: seat.window }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id }) => id)).toEqual([]);
  await seat.window.keyboard.press('Escape');
});
