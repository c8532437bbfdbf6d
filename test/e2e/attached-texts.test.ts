import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator } from '@playwright/test';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { answerSaveDialog } from '../support/dialogs.ts';
import { dropFiles } from '../support/drop-files.ts';
import { writePdf } from '../support/write-pdf.ts';
import { commandLineOf } from '../tour/command-line.ts';
import { goTo } from './pages/navigation.ts';
import { approveChosen, keepWhatIsFound } from './pages/packs.ts';
import { PASSPHRASE, setUpDesk, TITLE, type Desk } from './pages/writing.ts';

const words = wordsOf('zh-CN');
const { app, attachments, packs, search } = words;
// One after the other: each goes on where the last one stopped.
test.describe.configure({ mode: 'serial' });

const OPINION = '鉴定意见.pdf';
const SCAN = '扫描件.pdf';
const DESK = '江岚省人民检察院';
let desk: Desk;
let running: RunningApp;
let folder: string;
let theirs: ReturnType<typeof commandLineOf>;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-texts-'));
  desk = setUpDesk();
  // The other side, enrolled in both directions while nobody has the workspace open.
  theirs = commandLineOf(join(folder, 'desk'), '岚江潮平-两岸灯火-2026');
  const ours = commandLineOf(desk.folder, PASSPHRASE);
  theirs('init', '--kind', 'desk', '--name', DESK);
  for (const [from, to, card] of [
    [theirs, ours, 'desk.jzcard'],
    [ours, theirs, 'own.jzcard'],
  ] as const) {
    const { fingerprint } = from<{ fingerprint: string }>('card', '--out', join(folder, card));
    to('enrol', join(folder, card), '--fingerprint', fingerprint);
  }
  running = await desk.open();
});
test.afterAll(async () => {
  await running.close();
  desk.cleanUp();
  rmSync(folder, { recursive: true, force: true });
});

const panel = (): Locator => running.window.getByRole('region', { name: attachments.title });
const item = (name: string) => panel().getByRole('listitem').filter({ hasText: name });

test('files dropped on the panel are attached, and say what search cannot find in them', async () => {
  const files = {
    [OPINION]: writePdf(['封面', '送检包装与注册商标构成相同']),
    [SCAN]: writePdf(['', '']),
  };
  const paths = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
  await panel().scrollIntoViewIfNeeded();
  await dropFiles(running.window, panel(), paths, async () => {
    await expect(panel()).toContainText(attachments.dropHere);
  });
  await expect(panel().getByTestId('attachments-report')).toContainText(attachments.added('2'));
  await expect(item(SCAN)).toContainText(words.textStates['no-text'], { timeout: 20_000 });
  await expect(item(OPINION)).not.toContainText(words.textStates.waiting);
});

test('what stands in an attachment is found, and opens at its page', async () => {
  const { window } = running;
  await window.keyboard.press('Control+f');
  await window.getByRole('combobox', { name: search.box }).fill('送检包装');
  const results = window.getByRole('region', { name: search.results });
  await results.getByRole('button', { name: search.inAttachments('1') }).click();
  const list = window.getByRole('dialog', { name: search.attachmentsTitle });
  const hit = list.getByRole('listitem').filter({ hasText: OPINION });
  await expect(hit).toContainText(search.onPage('2'));
  await expect(hit.locator('mark')).toHaveText('送检包装');
  const { violations } = await new AxeBuilder({ page: window })
    .include('[role="dialog"]')
    .setLegacyMode(true)
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await hit.getByRole('button', { name: OPINION }).click();
  const preview = window.getByRole('dialog', { name: OPINION });
  await expect(
    preview.getByRole('region', { name: words.pdf.page(OPINION, '2', '2') }),
  ).toContainText('送检包装与注册商标构成相同');
  await window.keyboard.press('Escape');
  await expect(list).toBeVisible();
  await window.keyboard.press('Escape');
  await window.getByRole('combobox', { name: search.box }).press('Escape');
});

test('the settings say how far the reading is', async () => {
  const { window } = running;
  await goTo({ ...running, words }, words.settings.title);
  const section = window.getByRole('region', { name: attachments.readingTitle });
  await expect(section).toContainText(attachments.allRead);
  await expect(section.getByRole('button', { name: attachments.readNow })).toBeDisabled();
});

test('none goes along unless it was chosen; what was is named by both sides', async () => {
  const { window, electron } = running;
  await goTo({ ...running, words }, packs.title);
  await window.getByRole('main').getByRole('button', { name: packs.export }).first().click();
  const dialog = window.getByRole('dialog', { name: packs.export });
  const row = dialog.getByRole('option').filter({ hasText: TITLE });
  if ((await row.getAttribute('aria-selected')) !== 'true') await row.click();
  await approveChosen(dialog, words);
  await dialog.getByRole('button', { name: app.next }).click();
  await dialog.getByRole('radio', { name: DESK }).click();
  const files = dialog.getByRole('region', { name: packs.attachments });
  await expect(files.getByRole('status')).toHaveText(packs.attachmentsNone);
  await files.getByRole('checkbox', { name: OPINION }).check();
  await expect(files.getByRole('status')).toContainText('1');
  await expect(files.getByRole('checkbox', { name: SCAN })).not.toBeChecked();
  await dialog.getByRole('button', { name: app.next }).click();
  await keepWhatIsFound({ ...running, words });
  await dialog.getByRole('button', { name: app.next }).click();
  await dialog.getByRole('button', { name: app.next }).click();
  const file = join(folder, 'out.jzpack');
  await answerSaveDialog(electron, file);
  await dialog.getByRole('button', { name: packs.chooseFile }).click();
  await dialog.getByRole('button', { name: packs.exportNow }).click();
  const done = window.getByRole('dialog', { name: packs.done });
  const packed = done.getByRole('list', { name: packs.attachmentsOf('1') });
  await expect(packed).toContainText(OPINION, { timeout: 30_000 });
  await done.getByRole('button', { name: app.close, exact: true }).last().click();
  const found = theirs<{ contents: { attachments: { name: string }[] }[] }>('verify', file);
  expect(found.contents[0]?.attachments.map(({ name }) => name)).toEqual([OPINION]);
  expect(await running.complaints()).toEqual([]);
});
