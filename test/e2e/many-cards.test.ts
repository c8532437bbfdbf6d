import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialog } from '../support/dialogs.ts';
import { goTo } from './pages/navigation.ts';
import { takeSeat } from './pages/seat.ts';
import { unlockWorkspace } from './pages/workspace.ts';
import { PASSPHRASE } from './pages/writing.ts';

test('among eighty cards one is found by name or fingerprint, and the others are shown part by part', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'jianzhi-cards-')), 'desk');
  const child = join(import.meta.dirname, '../support/many-cards-child.ts');
  const made = spawnSync(process.execPath, [child, folder, '83'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  if (made.status !== 0) throw new Error(made.stderr);
  const seat = await takeSeat();
  const { window, words } = seat;
  const { points } = words;
  try {
    await answerOpenDialog(seat.electron, [folder]);
    await window.getByRole('button', { name: words.workspace.open }).click();
    await unlockWorkspace(seat, PASSPHRASE);
    await goTo(seat, points.title);
    const enrolled = window.getByRole('region', { name: points.enrolled });
    const rows = enrolled.getByRole('listitem');
    const status = enrolled.getByRole('status');
    await expect(rows).toHaveCount(20);
    await expect(status).toHaveText(points.count('80'));
    // Three cards are seen at a glance: no box.
    const revoked = window.getByRole('region', { name: points.revoked });
    await expect(revoked.getByRole('listitem')).toHaveCount(3);
    await expect(revoked.getByRole('textbox')).toBeHidden();

    const more = enrolled.getByRole('button', { name: points.more('20') });
    for (const shown of [40, 60, 80]) {
      await more.press('Enter');
      await expect(rows).toHaveCount(shown);
      await expect(rows.nth(shown - 20)).toBeFocused();
    }
    await expect(more).toBeHidden();

    const box = enrolled.getByRole('textbox', { name: points.findCard });
    await box.fill('岑岭 市东湖');
    await expect(status).toHaveText(points.found('2', '80'));
    await expect(rows).toHaveCount(2);
    await box.press('Escape');
    await expect(rows).toHaveCount(20);
    const last = rows.last();
    const name = (await last.getAttribute('aria-label')) ?? '';
    const label = await last.getByRole('img').getAttribute('aria-label');
    await box.fill((label ?? '').replace(/\D/gu, '').slice(4, 14));
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toHaveAccessibleName(name);

    // Revoking what was found leaves the question standing, and says that nothing is left of it.
    await rows.getByRole('button', { name: points.revoke }).press('Enter');
    const dialog = window.getByRole('dialog', { name: points.revokeTitle(name) });
    await dialog.getByLabel(points.revokeReason).fill('单位撤并。');
    await window.keyboard.press('Tab');
    await dialog.getByRole('button', { name: points.revoke }).press('Enter');
    await expect(rows).toHaveCount(0);
    await expect(status).toHaveText(points.found('0', '79'));
    expect(await seat.complaints()).toEqual([]);
  } finally {
    await seat.close();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  }
});
