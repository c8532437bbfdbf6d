import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator } from '@playwright/test';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { answerOpenDialog, answerSaveDialog } from '../support/dialogs.ts';
import { drawnPng } from '../support/drawn-png.ts';
import { setUpDesk, type Desk } from './pages/writing.ts';

const words = wordsOf('zh-CN');
const { app, attachments, noPreview, preflight } = words;
// One after the other: each goes on where the last one stopped.
test.describe.configure({ mode: 'serial' });

let desk: Desk;
let running: RunningApp;
let folder: string;

const PHOTO = '包装样张.png';
const PAGE = '订单页面.html';
const DRAWING = '图样.svg';
const BOMB = '放大镜.png';
const hostile = `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-attach-'));
  desk = setUpDesk();
  running = await desk.open();
});
test.afterAll(async () => {
  await running.close();
  desk.cleanUp();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, bytes: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}
const panel = (): Locator => running.window.getByRole('region', { name: attachments.title });
/** Named by what one sees on it. */
const openButton = (name: string) =>
  panel()
    .getByRole('button')
    .filter({ has: running.window.getByText(name, { exact: true }) });

async function look(name: string): Promise<Locator> {
  await openButton(name).click();
  return running.window.getByRole('dialog', { name });
}
async function act(name: string, action: string): Promise<void> {
  await panel()
    .getByRole('button', { name: attachments.actions(name) })
    .click();
  const menu = running.window.getByRole('menu', { name: attachments.actions(name) });
  await menu.getByRole('menuitem', { name: action }).click();
}

test('files are added, and those that cannot be are named with the reason', async () => {
  const { window, electron } = running;
  const files = [
    file(PHOTO, drawnPng(64, 48)),
    file(PAGE, hostile),
    file(DRAWING, `<svg xmlns="http://www.w3.org/2000/svg">${hostile}</svg>`),
    file(BOMB, drawnPng(60_000, 60_000)),
  ];
  await answerOpenDialog(electron, [...files, folder]);
  await window.getByRole('button', { name: attachments.add }).click();
  const report = panel().getByTestId('attachments-report');
  await expect(report).toContainText(attachments.added('4'));
  await expect(report).toContainText(words.attachmentSkips['file-unreadable']);
  await report.getByRole('button', { name: app.dismiss }).click();
  await expect(panel().getByRole('listitem')).toHaveCount(4);
  await expect(openButton(PHOTO)).toContainText(words.mediaKinds.picture);
});

test('a picture is shown', async () => {
  const dialog = await look(PHOTO);
  const picture = dialog.getByRole('img', { name: PHOTO });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(64);
  await running.window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

for (const name of [PAGE, DRAWING]) {
  test(`${name} is shown as characters and does nothing`, async () => {
    const dialog = await look(name);
    await expect(dialog.getByRole('region', { name })).toContainText(hostile);
    await expect(dialog.locator('img, script, svg:not(button svg)')).toHaveCount(0);
    expect(await running.window.title()).not.toContain('taken');
    await dialog.getByRole('button', { name: app.close, exact: true }).last().click();
    await expect(dialog).toBeHidden();
  });
}

test('a picture that would fill the memory is refused in words, without being decoded', async () => {
  const dialog = await look(BOMB);
  await expect(dialog.getByTestId('no-preview')).toHaveText(noPreview['too-many-pixels']);
  await expect(dialog.locator('img')).toHaveCount(0);
  await running.window.keyboard.press('Escape');
});

test('what is saved out is byte for byte what came in, and replaces nothing', async () => {
  const { window, electron } = running;
  const target = join(folder, 'saved.png');
  await answerSaveDialog(electron, target);
  await act(PHOTO, attachments.saveAs);
  // Once for the record: it leaves as it is, and that is on record.
  const asks = window.getByRole('dialog', { name: preflight.fileTitle });
  await expect(asks).toContainText(PHOTO);
  await asks.getByRole('button', { name: preflight.fileAnyway }).press('Enter');
  await expect(window.getByText(attachments.saved(PHOTO))).toBeVisible();
  expect(readFileSync(target).equals(readFileSync(join(folder, PHOTO)))).toBe(true);
  const mine = file('mine.html', 'mine');
  await answerSaveDialog(electron, mine);
  await act(PAGE, attachments.saveAs);
  const alert = window.getByRole('alert').filter({ hasText: 'file-exists' });
  await expect(alert).toBeVisible();
  await alert.getByRole('button', { name: app.dismiss }).click();
  expect(readFileSync(mine, 'utf8')).toBe('mine');
});

test('a dialog that was closed saves nothing and says nothing', async () => {
  const before = readdirSync(folder);
  await answerSaveDialog(running.electron, null);
  await act(PAGE, attachments.saveAs);
  await running.window.waitForTimeout(300);
  expect(readdirSync(folder)).toEqual(before);
  await expect(running.window.getByText(attachments.saved(PAGE))).toHaveCount(0);
  await expect(running.window.getByRole('alert')).toHaveCount(0);
});

test('an attachment is renamed', async () => {
  const { window } = running;
  await act(PHOTO, attachments.rename);
  const dialog = window.getByRole('dialog', { name: attachments.renameTitle });
  await dialog.getByLabel(attachments.name).fill('../样张.png');
  await window.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('attachment-name-invalid');
  await dialog.getByLabel(attachments.name).fill('样张.png');
  await window.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(openButton('样张.png')).toBeVisible();
});

test('what is removed comes back by undoing, or later, or is deleted for good after asking', async () => {
  const { window } = running;
  await act('样张.png', attachments.remove);
  await expect(openButton('样张.png')).toBeHidden();
  await window.getByRole('button', { name: attachments.undo, exact: true }).click();
  await expect(openButton('样张.png')).toBeVisible();
  await act('样张.png', attachments.remove);
  await panel()
    .getByRole('button', { name: attachments.removedTitle('1'), exact: true })
    .click();
  await panel()
    .getByRole('button', { name: attachments.restoreNamed('样张.png') })
    .click();
  await expect(openButton('样张.png')).toBeVisible();
  await act(BOMB, attachments.remove);
  await panel()
    .getByRole('button', { name: attachments.purgeNamed(BOMB) })
    .click();
  const dialog = window.getByRole('dialog', { name: attachments.purgeTitle });
  await expect(dialog).toContainText(BOMB);
  await dialog.getByRole('button', { name: attachments.purge, exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(panel().getByText(BOMB)).toHaveCount(0);
});

test('axe finds nothing serious in the panel, and the console is quiet', async () => {
  const { violations } = await new AxeBuilder({ page: running.window })
    .include(`section[aria-label="${attachments.title}"]`)
    .setLegacyMode(true)
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  expect(await running.complaints()).toEqual([]);
});
