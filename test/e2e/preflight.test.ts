import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { failureText } from '../../shared/i18n/index.ts';
import { answerSaveDialog } from '../support/dialogs.ts';
import { commandLineOf } from '../tour/command-line.ts';
import { goTo } from './pages/navigation.ts';
import { approveChosen } from './pages/packs.ts';
import { enrolOffice } from './pages/points.ts';
import { newRecord, waitUntilSaved, writeSection } from './pages/records.ts';
import { takeSeat } from './pages/seat.ts';
import { createWorkspace } from './pages/workspace.ts';

const PASSPHRASE = '云汀江畔-四月新茶-2026';
const OFFICE = '江岚省人民检察院';

/** The names of what axe holds for serious in the open dialog. */
async function seriousIn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('[role=dialog]')
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
}

test('what is found is decided by keyboard, seen as it will leave, and only then leaves', async () => {
  test.setTimeout(90_000);
  const work = mkdtempSync(join(tmpdir(), 'jianzhi-preflight-'));
  const desk = commandLineOf(join(work, 'desk'), PASSPHRASE);
  desk('init', '--kind', 'desk', '--name', OFFICE);
  const card = join(work, 'desk.jzcard');
  const { fingerprint } = desk<{ fingerprint: string }>('card', '--out', card);
  const seat = await takeSeat();
  const { window, electron, words } = seat;
  const { app, packs, preflight } = words;
  try {
    const folder = join(work, 'workspace');
    await createWorkspace(seat, { folder, name: '云汀市人民检察院', passphrase: PASSPHRASE });
    await newRecord(seat, 'typical-case', '陆小川侵犯著作权案');
    await writeSection(seat, 'facts', ['被告人陆小川，联系电话13912345678，邮箱 lu@example.com。']);
    await waitUntilSaved(seat);
    await window.getByLabel(words.fieldNames.marking, { exact: true }).first().click();
    await window.getByRole('option', { name: words.fields.markings.internal, exact: true }).click();
    await waitUntilSaved(seat);
    await expect(window.getByRole('contentinfo')).toContainText(words.fields.markings.internal);
    await window.locator('.editor-section').first().click();
    await window.keyboard.press('Control+A');
    await window.keyboard.press('Control+C');
    const asks = window.getByRole('dialog', { name: preflight.copyTitle });
    await asks.getByRole('button', { name: preflight.copyAnyway }).click();
    await expect(asks).toBeHidden();
    // Once for this record, as long as the workspace is open.
    await window.locator('.editor-section').first().click();
    await window.keyboard.press('Control+A');
    await window.keyboard.press('Control+C');
    await expect
      .poll(() => electron.evaluate(({ clipboard }) => clipboard.readText()))
      .toContain('陆小川');
    await expect(asks).toBeHidden();
    await enrolOffice(seat, card, fingerprint);
    await goTo(seat, packs.title);
    await window.getByRole('main').getByRole('button', { name: packs.export }).first().click();
    const dialog = window.getByRole('dialog', { name: packs.export });
    await dialog.getByRole('option').first().click();
    await approveChosen(dialog, words);
    const next = dialog.getByRole('button', { name: app.next });
    await next.click();
    await dialog.getByRole('radio', { name: OFFICE }).click();
    await next.click();

    const status = dialog.getByRole('region', { name: preflight.title }).getByRole('status');
    await expect(status).toHaveText(preflight.sum('4', '4'));
    await expect(next).toBeDisabled();
    expect(await seriousIn(window)).toEqual([]);
    const list = dialog.getByRole('listbox', { name: preflight.list });
    await list.focus();
    await window.keyboard.press('1');
    await expect(status).toHaveText(preflight.sum('4', '2'));
    await list.focus();
    await window.keyboard.press('3');
    await window.keyboard.type('电话13912345678已公开');
    await window.keyboard.press('Enter');
    const refused = failureText(words, { code: 'preflight-reason-reveals', detail: {} });
    await expect(dialog.getByText(refused.what)).toBeVisible();
    await expect(status).toHaveText(preflight.sum('4', '2'));
    await list.focus();
    await window.keyboard.press('2');
    await expect(status).toHaveText(preflight.sum('4', '1'));
    await list.focus();
    await window.keyboard.press('2');
    await expect(status).toHaveText(preflight.sum('4', '0'));
    await next.click();

    const paper = dialog.getByRole('article');
    await expect(paper).toContainText('被告人陆某，联系电话×××，邮箱 ×××。');
    await expect(paper.getByRole('heading', { name: '陆某侵犯著作权案' })).toBeVisible();
    await expect(paper).not.toContainText('陆小川');
    expect(await seriousIn(window)).toEqual([]);
    await dialog.getByRole('button', { name: preflight.next }).press('Enter');
    await expect(paper.locator('mark').first()).toBeFocused();
    await next.click();
    const file = join(work, 'out.jzpack');
    await answerSaveDialog(electron, file);
    await dialog.getByRole('button', { name: packs.chooseFile }).click();
    const make = dialog.getByRole('button', { name: packs.exportNow });
    await expect(make).toBeDisabled();
    await dialog.getByLabel(preflight.markingAsk(words.fields.markings.internal, OFFICE)).check();
    await make.click();
    const done = window.getByRole('dialog', { name: packs.done });
    await expect(done.getByTestId('pack-file')).toHaveText(file, { timeout: 30_000 });
    await expect(done).toContainText('陆某侵犯著作权案');
    expect(await seat.complaints()).toEqual([]);
  } finally {
    await seat.close();
    rmSync(work, { recursive: true, force: true });
  }
});

test('a record with a state-secret marking is locked: it is saved, and nothing else', async () => {
  test.setTimeout(60_000);
  const work = mkdtempSync(join(tmpdir(), 'jianzhi-lock-'));
  const seat = await takeSeat();
  const { window, electron, words } = seat;
  const { app, documents, preflight, review } = words;
  const refused = failureText(words, { code: 'state-secret-marked', detail: {} });
  try {
    const folder = join(work, 'workspace');
    await createWorkspace(seat, { folder, name: '云汀市人民检察院', passphrase: PASSPHRASE });
    await newRecord(seat, 'typical-case', '林某侵犯著作权案');
    await writeSection(seat, 'facts', ['机密★10年', '林某开设有声书网站。']);
    await waitUntilSaved(seat);
    const notice = window.getByTestId('lock-notice');
    await expect(notice).toContainText(preflight.lockReason('机密★10年'));

    await electron.evaluate(({ clipboard }) => clipboard.writeText('原来的'));
    await window.locator('.editor-section').first().click();
    await window.keyboard.press('Control+A');
    await window.keyboard.press('Control+C');
    const asks = window.getByRole('dialog', { name: preflight.lockTitle });
    await expect(asks).toContainText(preflight.lockCopy);
    await asks.getByRole('button', { name: app.close, exact: true }).last().press('Enter');
    expect(await electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('原来的');

    await window.getByRole('button', { name: review.verb('draft', 'approved') }).click();
    await expect(window.getByText(refused.what)).toBeVisible();
    await window.getByRole('toolbar').getByRole('button', { name: documents.title }).click();
    const dialog = window.getByRole('dialog', { name: documents.title });
    await expect(dialog.getByTestId('approval')).toHaveAttribute('data-state', 'missing');
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    await writeSection(seat, 'facts', ['仍在写，照常保存。']);
    await waitUntilSaved(seat);
    await expect(notice).toBeVisible();
    expect(await seat.complaints()).toEqual([]);
  } finally {
    await seat.close();
    rmSync(work, { recursive: true, force: true });
  }
});
