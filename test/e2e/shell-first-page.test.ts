import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { goTo } from './pages/navigation.ts';
import { newRecord, waitUntilSaved, writeSection } from './pages/records.ts';
import { takeSeat, type Seat } from './pages/seat.ts';
import { createWorkspace, lockWorkspace, unlockWorkspace } from './pages/workspace.ts';

const passphrase = '茶山雾里三只白鹭听雨';
const TITLE = '岑岭茶叶地理标志案';
const TEXT = '当事人在普通散茶上使用岑岭地理标志。';

test('a workspace opens on the first page, and the record open last is one step away', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianzhi-first-page-'));
  const userData = join(folder, 'user-data');
  let seat: Seat = await takeSeat({ userData, opensWith: 'home' });
  const again = async () => {
    expect(await seat.complaints()).toEqual([]);
    await seat.close();
    seat = await takeSeat({ userData });
    await unlockWorkspace(seat, passphrase);
  };
  const firstPage = () => seat.window.getByRole('main', { name: seat.words.guidance.home });
  const title = () => seat.window.getByRole('textbox', { name: seat.words.records.title });
  try {
    const { guidance, records, settings } = seat.words;
    const workspace = { folder: join(folder, 'workspace'), name: '云汀市人民检察院', passphrase };
    await createWorkspace(seat, workspace);
    await expect(firstPage()).toContainText(records.emptyText);
    await expect(firstPage().getByRole('button', { name: records.newRecord })).toBeVisible();
    const { violations } = await new AxeBuilder({ page: seat.window })
      .setLegacyMode(true)
      .analyze();
    expect(violations.filter(({ impact }) => impact === 'serious')).toEqual([]);
    await newRecord(seat, 'typical-case', TITLE);
    await writeSection(seat, 'facts', [TEXT]);
    await waitUntilSaved(seat);

    // Locked out while writing: back to the text.
    await lockWorkspace(seat);
    await unlockWorkspace(seat, passphrase);
    await expect(title()).toHaveValue(TITLE);

    await again();
    await expect(firstPage()).toBeVisible();
    const last = seat.window.getByRole('region', { name: guidance.continueLast });
    await expect(last).toContainText(TITLE);
    await last.getByRole('button', { name: guidance.continueNow }).press('Enter');
    await expect(title()).toHaveValue(TITLE);
    await expect(seat.window.getByText(TEXT).last()).toBeInViewport();

    await goTo(seat, settings.title);
    await seat.window
      .getByRole('radiogroup', { name: settings.opensWith })
      .getByText(settings.firstPlaces.records)
      .click();
    await again();
    await expect(title()).toHaveValue(TITLE);
  } finally {
    await seat.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
