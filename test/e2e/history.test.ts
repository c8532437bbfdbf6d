import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { comparison, historyOf, keepAs, revisionRow } from './pages/history.ts';
import { goTo } from './pages/navigation.ts';
import { exportPack } from './pages/packs.ts';
import { enrolOffice } from './pages/points.ts';
import { openRecord, waitUntilSaved } from './pages/records.ts';
import type { Seat } from './pages/seat.ts';
import { setTheme } from './pages/settings.ts';
import { setUpDesk, TITLE, type Desk } from './pages/writing.ts';

const words = wordsOf('zh-CN');
const { revisions, revisionReasons } = words;
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

const facts = () => seat.window.locator('[data-section="facts"]').first();

/** Replaces the facts by one line. */
async function rewrite(text: string): Promise<void> {
  await facts().locator('p').first().click();
  for (const key of ['End', 'Shift+Home', 'Delete'])
    await seat.window.keyboard.press(key, { delay: 20 });
  await seat.window.keyboard.insertText(text);
  await waitUntilSaved(seat);
}

test('a version is kept by name, compared with the present text, and restored; restoring can be undone', async () => {
  const { window } = seat;
  await rewrite('林某制定了销售假冒茶叶的计划。');
  await keepAs(seat, '送审稿');
  await expect(revisionRow(seat, '送审稿')).toContainText(revisions.number('1'));
  await rewrite('林某制订了销售大量假冒茶叶的计划。');

  await revisionRow(seat, '送审稿').press('Enter');
  const view = comparison(seat);
  await expect(view.locator('del')).toHaveText(['制定']);
  await expect(view.locator('ins')).toHaveText(['制订', '大量']);
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(seat, theme);
    await goTo(seat, words.records.all);
    await openRecord(seat, TITLE);
    await revisionRow(seat, '送审稿').click();
    await expect(view.locator('ins').first()).toBeVisible();
    expect(await seriousProblems(), theme).toEqual([]);
  }
  await view.getByText(revisions.modes.inline).click();
  await expect(view.locator('[data-change="changed"]')).toHaveText(
    '林某制定制订了销售大量假冒茶叶的计划。',
  );
  await view.getByText(revisions.modes.text).click();
  await expect(view.locator('.editor-text')).toContainText('林某制定了销售假冒茶叶的计划。');
  await window.keyboard.press('Escape');
  await expect(view).toBeHidden();

  await revisionRow(seat, '送审稿').click();
  // Leaving for the settings has kept the text as it stands; one more word has not been kept yet.
  await window.keyboard.press('Escape');
  await rewrite('林某制订了销售大量假冒茶叶的详细计划。');
  await revisionRow(seat, '送审稿').click();
  await view.getByRole('button', { name: revisions.restore(revisions.number('1')) }).click();
  await expect(view).toBeHidden();
  await expect(facts()).toContainText('林某制定了销售假冒茶叶的计划。');
  await expect(historyOf(seat)).toContainText(revisionReasons['before-restore']);
  await expect(historyOf(seat)).toContainText(revisions.restoredFrom('1'));
  await window.getByRole('button', { name: revisions.undo, exact: true }).click();
  await expect(facts()).toContainText('林某制订了销售大量假冒茶叶的详细计划。');
  expect(await running.complaints()).toEqual([]);
});

test('what one leaves is kept, also when the window is closed', async () => {
  await rewrite('离开之前写的。');
  await goTo(seat, words.packs.title);
  await openRecordFromList();
  await expect(historyOf(seat).locator('li')).toHaveCount(1);
  await expect(revisionRow(seat, revisionReasons.left)).toBeVisible();
  await rewrite('关闭之前写的。');
  await running.close();
  running = await desk.open();
  seat = { ...running, words };
  await expect(historyOf(seat).locator('li')).toHaveCount(2);
});

test('any two versions are compared, the earlier one first', async () => {
  for (const [name, text] of [
    ['一稿', '检察机关提前介入。'],
    ['二稿', '检察机关提前介入，引导侦查。'],
    ['三稿', '检察机关提前介入，引导取证。'],
  ] as const) {
    await rewrite(text);
    await keepAs(seat, name);
  }
  await revisionRow(seat, '三稿').click();
  const first = historyOf(seat).locator('li').filter({ hasText: '一稿' });
  await first.hover();
  await first.getByRole('button', { name: revisions.compareOther('3') }).click();
  await expect(comparison(seat).getByRole('heading').first()).toHaveText(
    revisions.versus(revisions.number('1'), revisions.number('3')),
  );
  await expect(comparison(seat).locator('ins')).toHaveText(['，引导取证']);
});

test('from a pack one comes to the text as it was sent, whatever was written since', async () => {
  const office = '江岚省人民检察院';
  const { card, fingerprint } = otherOffice(office, running.userData);
  await rewrite('报送时的文字。');
  await enrolOffice(seat, card, fingerprint);
  const file = join(running.userData, '报送.jzpack');
  await exportPack(seat, { titles: [TITLE], office, file });
  await openRecordFromList();
  await rewrite('报送之后又改了。');
  await goTo(seat, words.packs.title);
  await seat.window.locator('summary').filter({ hasText: office }).click();
  await seat.window.getByRole('button', { name: revisions.openSent('1') }).click();
  await expect(comparison(seat).locator('.editor-text')).toContainText('报送时的文字。');
  await comparison(seat).getByText(revisions.modes.inline).click();
  await expect(comparison(seat).locator('ins')).toHaveText(['报送之后又改了。']);
  await expect(revisionRow(seat, revisions.sent('1', office))).toBeVisible();
});

/** What axe calls serious or critical. The policy forbids frames, hence the legacy mode. */
async function seriousProblems(): Promise<string[]> {
  const page = new AxeBuilder({ page: seat.window }).setLegacyMode(true);
  const { violations } = await page.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

async function openRecordFromList(): Promise<void> {
  await goTo(seat, words.records.all);
  await openRecord(seat, TITLE);
}

/** The card of another office, as it would come by post, and its fingerprint, as it would by telephone. */
function otherOffice(name: string, folder: string): { card: string; fingerprint: string } {
  const workspace = join(folder, 'other');
  const card = join(folder, 'other.jzcard');
  const cli = (...parameters: string[]) => {
    const program = join(import.meta.dirname, '../../electron/cli/index.ts');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [program, ...parameters, '--workspace', workspace, '--json'],
      {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], JIANZHI_PASSPHRASE: '江岚晚风四十里路' },
      },
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as { fingerprint: string };
  };
  cli('init', '--kind', 'desk', '--name', name);
  return { card, fingerprint: cli('card', '--out', card).fingerprint.replaceAll(/\D/g, '') };
}
