import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { goTo } from './pages/navigation.ts';
import { takeSeat, type Seat } from './pages/seat.ts';
import { search } from './pages/search.ts';
import { createWorkspace } from './pages/workspace.ts';

let seat: Seat;
let folder: string;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-samples-'));
  seat = await takeSeat();
});
test.afterEach(async () => {
  expect(await seat.complaints()).toEqual([]);
  await seat.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a first run offers invented samples, marks them, finds them, and takes them out in one step', async () => {
  const { window, words } = seat;
  const name = '云汀市人民检察院';
  await createWorkspace(seat, {
    folder: join(folder, 'workspace'),
    name,
    passphrase: '茶山雾里三只白鹭听雨',
  });
  await window.getByRole('button', { name: words.samples.offer }).click();
  const rows = window.getByRole('option');
  await expect(rows.first()).toContainText(words.samples.badge);
  await expect(rows.first()).toContainText('岑岭');

  const results = await search(seat, '商业秘密');
  await expect(results.first()).toContainText('商业秘密');
  await window.keyboard.press('Escape');

  await goTo(seat, words.settings.title);
  await window.getByRole('button', { name: words.samples.remove }).click();
  await expect(window.getByText(/已清除 \d+ 份示例材料/)).toBeVisible();
  await goTo(seat, words.records.all);
  await expect(window.getByText(words.records.emptyTitle(''))).toBeVisible();
});
