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
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-similar-'));
  seat = await takeSeat({ size: { width: 1600, height: 900 } });
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

const words = () => seat.words.similar;
const group = () => seat.window.getByRole('region', { name: words().title, exact: true });
const right = () => seat.window.getByRole('complementary', { name: seat.words.besides.title });

async function openByName(letters: string): Promise<void> {
  await seat.window.keyboard.press('Control+k');
  const box = seat.window.getByRole('combobox', { name: seat.words.palette.box });
  await box.fill(letters);
  await expect(
    seat.window
      .getByRole('listbox', { name: seat.words.palette.results })
      .getByRole('option')
      .first(),
  ).not.toHaveText(new RegExp(seat.words.palette.search('')));
  await box.press('Enter');
  await expect(box).toBeHidden();
}

test('the open record shows what is like it, and why', async () => {
  await openByName('假冒 岑岭');
  await expect(group().getByRole('listitem').first()).toContainText(/同罪名：|同引|共同词语：/);
  expect(await group().getByRole('listitem').count()).toBeGreaterThan(2);
});

test('one of them is read beside, found in by itself, and Escape ends it', async () => {
  const title = await group()
    .getByRole('listitem')
    .first()
    .getByRole('button')
    .first()
    .textContent();
  await group()
    .getByRole('button', { name: words().beside(title ?? '') })
    .press('Enter');
  await expect(right().getByRole('heading', { name: title ?? '' })).toBeVisible();
  await expect(right().getByRole('document')).toBeFocused();
  const find = right().getByLabel(seat.words.besides.find);
  await find.fill('检察');
  await expect(right().getByRole('status')).toContainText('1');
  const marked = () =>
    seat.window.evaluate(() => [...(CSS.highlights.get('beside-hit-now') ?? [])].length);
  expect(await marked()).toBe(1);
  const before = await right().getByRole('status').textContent();
  await find.press('F3');
  await expect(right().getByRole('status')).not.toHaveText(before ?? '');
  // What is open at the left has no marks of it.
  expect(await seat.window.evaluate(() => CSS.highlights.get('editor-hit')?.size ?? 0)).toBe(0);
});

test('a passage is copied over with its source named', async () => {
  await right().getByRole('document').focus();
  await seat.window.evaluate(() => {
    const block = document.querySelector('aside [data-section] p');
    if (block !== null) document.getSelection()?.selectAllChildren(block);
  });
  await seat.window.keyboard.press('Control+Shift+C');
  await expect(seat.window.getByText(seat.words.besides.copied)).toBeVisible();
  const text = await seat.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(text).toMatch(/^“[^]+”（《.+》.*）$/u);
  const { violations } = await new AxeBuilder({ page: seat.window }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join()}`)).toEqual([]);
  await right().getByRole('document').press('Escape');
  await expect(right()).toBeHidden();
  await expect(group()).toBeVisible();
});

test('a pasted passage finds what is like it', async () => {
  await group().getByRole('button', { name: words().passage }).click();
  const dialog = seat.window.getByRole('dialog');
  await dialog
    .getByLabel(words().passageBox)
    .fill('离职员工拷贝电机控制参数，涉嫌侵犯商业秘密罪，适用刑法第219条。');
  await seat.window.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('listitem').first()).toContainText('侵犯商业秘密');
  await dialog.getByRole('listitem').first().getByRole('button').first().press('Enter');
  await expect(dialog).toBeHidden();
});

test('two records chosen in the list are put side by side', async () => {
  const rows = seat.window.getByRole('listbox').getByRole('option');
  await rows.nth(0).click({ modifiers: ['Control'] });
  await rows.nth(1).click({ modifiers: ['Control'] });
  await seat.window.getByRole('button', { name: seat.words.besides.compare }).press('Enter');
  await expect(right()).toBeVisible();
  await right().getByRole('button', { name: seat.words.besides.close }).click();
  await expect(right()).toBeHidden();
});
