import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { answerOpenDialog } from '../support/dialogs.ts';
import { dropFiles } from '../support/drop-files.ts';
import { drawnPng } from '../support/drawn-png.ts';
import { pngOf } from '../support/picture-file.ts';
import { setUpDesk, type Desk } from './pages/writing.ts';

const { attachments, editor, errors, notKeptPasted, pasting } = wordsOf('zh-CN');
test.describe.configure({ mode: 'serial' });

let desk: Desk;
let running: RunningApp;
let folder: string;
let isClosed = false;
const requests: string[] = [];

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-pictures-'));
  desk = setUpDesk();
  running = await desk.open();
  running.window.on('request', (request) => requests.push(request.url()));
});
test.afterAll(async () => {
  if (!isClosed) await running.close();
  desk.cleanUp();
  rmSync(folder, { recursive: true, force: true });
});
test.afterEach(() => {
  expect(requests.filter((address) => !/^(?:app:\/\/jianzhi\/|data:)/.test(address))).toEqual([]);
});

function file(name: string, bytes: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}
const text = () => running.window.locator('.editor-text');
const pictures = () => text().locator('.editor-image');
const shown = () => text().locator('.editor-image img:visible');
const links = () => text().locator('.editor-attachment-link');
const panel = () => running.window.getByRole('region', { name: attachments.title });
const dialog = (name: string) => running.window.getByRole('dialog', { name });

async function caretIn(section: string): Promise<void> {
  const line = running.window.locator(`[data-section="${section}"] p`).last();
  await line.click({ position: { x: 60, y: 8 } });
  await running.window.keyboard.press('End');
}
async function choose(item: string, files: string[] = []): Promise<void> {
  await answerOpenDialog(running.electron, files);
  await running.window.getByRole('button', { name: pasting.insertMenu }).click();
  await running.window.getByRole('menuitem', { name: item }).click();
}
async function paste(data: Record<string, string>, image?: Buffer): Promise<void> {
  await running.window.evaluate(
    ([entries, digits]) => {
      const transfer = new DataTransfer();
      for (const [type, words] of Object.entries(entries)) transfer.setData(type, words);
      if (digits !== null) {
        const bytes = Uint8Array.from(atob(digits), (one) => one.charCodeAt(0));
        transfer.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
      }
      document
        .querySelector('.editor-text')
        ?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
        );
    },
    [data, image?.toString('base64') ?? null] as const,
  );
}
const refusal = (
  code: 'picture-too-large' | 'picture-too-many-pixels' | 'picture-unknown',
  name: string,
) => {
  const { what } = errors[code];
  return typeof what === 'string' ? what : what({ file: name });
};

test('a picture chosen from the disk stands in the text and among the attachments', async () => {
  await caretIn('facts');
  await running.window.keyboard.type('现场：');
  await choose(pasting.insertPicture, [file('现场.png', drawnPng(64, 48))]);
  await expect(shown()).toHaveCount(1);
  await expect(panel()).toContainText('现场.png');
  await running.window.keyboard.type('图后');
  await expect(text()).toContainText('图后');
});

test('its caption and width are written in its own window, and one undo takes each back', async () => {
  const { window } = running;
  await pictures().first().click();
  await expect(pictures().first()).toHaveAttribute('data-selected', '');
  await window.keyboard.press('Enter');
  await dialogOfPicture().getByLabel(pasting.caption).fill('图一 仓库');
  await dialogOfPicture().getByLabel(pasting.width).selectOption('50');
  await dialogOfPicture().getByRole('button', { name: pasting.done }).click();
  await expect(pictures().first()).toContainText('图一 仓库');
  expect(
    await shown()
      .first()
      .evaluate((image: HTMLElement) => image.style.width),
  ).toBe('50%');
  await expect(text()).toBeFocused();
  await window.keyboard.press('Control+z');
  await expect(pictures().first()).not.toContainText('图一');
  await window.keyboard.press('Control+y');
  await expect(pictures().first()).toContainText('图一 仓库');
});
const dialogOfPicture = () => running.window.locator('.mantine-Popover-dropdown:visible');

test('a click into the text beside a selected picture puts the caret there, and what is typed stands there', async () => {
  const { window } = running;
  const line = window.locator('[data-section="gist"] p').last();
  for (const letter of ['甲', '乙', '丙']) {
    await pictures().first().click();
    await expect(pictures().first()).toHaveAttribute('data-selected', '');
    await line.click();
    await window.keyboard.press('End');
    await window.keyboard.insertText(letter);
  }
  await expect(line).toHaveText('甲乙丙');
});

test('a selected picture is deleted with a key, and undo brings it back', async () => {
  await pictures().first().click();
  await running.window.keyboard.press('Delete');
  await expect(pictures()).toHaveCount(0);
  await running.window.keyboard.press('Control+z');
  await expect(shown()).toHaveCount(1);
});

test('a picture of the clipboard and pictures within pasted HTML are stored; the same bytes are stored once', async () => {
  await caretIn('performance');
  await paste({}, drawnPng(40, 30));
  await expect(shown()).toHaveCount(2);
  await expect(panel()).toContainText(pasting.pastedPicture);
  await caretIn('significance');
  const address = `data:image/png;base64,${drawnPng(40, 30).toString('base64')}`;
  await paste({ 'text/html': `<p>前<img src="${address}">后</p><p>末</p>`, 'text/plain': '前后' });
  await expect(pictures()).toHaveCount(3);
  await expect(
    panel().getByText(pasting.pastedPicture.replace('.png', ''), { exact: false }),
  ).toHaveCount(1);
});

test('what cannot be shown is refused with a sentence, and nothing of it is kept', async () => {
  const { window } = running;
  const before = await text().innerText();
  const large = file('原图.png', drawnPng(8, 8));
  truncateSync(large, 200 * 1024 ** 2);
  const wide = file('长卷.png', pngOf(20_001, 10));
  const fake = file('说明.png', '不是图片');
  await caretIn('facts');
  await choose(pasting.insertPicture, [large, wide, fake]);
  const alerts = window.getByRole('alert');
  await expect(alerts.filter({ hasText: refusal('picture-too-large', '原图.png') })).toBeVisible();
  await expect(
    alerts.filter({ hasText: refusal('picture-too-many-pixels', '长卷.png') }),
  ).toBeVisible();
  await expect(alerts.filter({ hasText: refusal('picture-unknown', '说明.png') })).toBeVisible();
  await paste({}, pngOf(30_000, 30_000));
  await expect(
    alerts.filter({ hasText: refusal('picture-too-many-pixels', pasting.pastedPicture) }),
  ).toBeVisible();
  expect(await text().innerText()).toBe(before);
  for (const name of ['原图', '长卷', '说明']) await expect(panel()).not.toContainText(name);
  while ((await alerts.count()) > 0) await alerts.first().getByRole('button').last().click();
});

test('files dropped on the text are attached: pictures are shown, others linked, and a link opens the preview', async () => {
  const { window } = running;
  const target = window.locator('[data-section="significance"] p').last();
  await target.scrollIntoViewIfNeeded();
  await dropFiles(window, target, [
    file('复勘.png', drawnPng(20, 20)),
    file('鉴定意见.txt', '系假冒。'),
  ]);
  await expect(pictures()).toHaveCount(4);
  await expect(links()).toHaveText(['鉴定意见.txt']);
  await links().first().click();
  await expect(dialog('鉴定意见.txt')).toContainText('系假冒。');
  await window.keyboard.press('Escape');
});

test('a link to an attachment is chosen by name, follows its renaming, and shows when it leads nowhere', async () => {
  const { window } = running;
  await caretIn('facts');
  await choose(pasting.insertLink);
  const finder = dialog(pasting.chooseAttachment).getByPlaceholder(pasting.findAttachment);
  await expect(finder).toBeFocused();
  await window.keyboard.type('鉴定');
  await window.keyboard.press('Enter');
  await expect(links()).toHaveCount(2);
  const act = async (name: string, action: string) => {
    await panel()
      .getByRole('button', { name: attachments.actions(name) })
      .click();
    await window.getByRole('menuitem', { name: action }).click();
  };
  await act('鉴定意见.txt', attachments.rename);
  const rename = dialog(attachments.renameTitle);
  await rename.getByRole('textbox').fill('鉴定意见书.txt');
  await rename.getByRole('button', { name: attachments.renameNow }).click();
  await expect(links()).toHaveText(['鉴定意见书.txt', '鉴定意见书.txt']);
  await act('鉴定意见书.txt', attachments.remove);
  await expect(links().first()).toHaveAttribute('data-broken', '');
  await expect(links().first()).toHaveAttribute('title', pasting.linkMissing);
  await panel()
    .getByRole('button', { name: attachments.removedTitle('1') })
    .click()
    .catch(() => undefined);
});

test('in a table a link stands for a picture, and that is said', async () => {
  const { window } = running;
  await caretIn('significance');
  await window.getByRole('button', { name: editor.table }).click();
  await window.getByRole('menuitem', { name: editor.insertTable }).click();
  await text().locator('td, th').first().click();
  const before = await pictures().count();
  await paste({}, drawnPng(48, 30));
  await expect(text().locator('table').locator('.editor-attachment-link')).toHaveCount(1);
  await expect(window.getByText(pasting.notKept(notKeptPasted['cell-picture']('1')))).toBeVisible();
  await text().locator('td, th').nth(1).click();
  const address = `data:image/png;base64,${drawnPng(52, 30).toString('base64')}`;
  await paste({ 'text/html': `<p>前<img src="${address}">后</p>`, 'text/plain': '前后' });
  await expect(text().locator('table').locator('.editor-attachment-link')).toHaveCount(2);
  await expect(pictures()).toHaveCount(before);
});

test('comments of a pasted text are kept beside the record if one wishes', async () => {
  const { window } = running;
  await caretIn('facts');
  await paste({
    'text/html': '<p>甲<del cite="mailto:x" datetime="2026-03-01T08:00">乙</del></p>',
  });
  await dialog(pasting.askTitle).getByRole('button', { name: pasting.paste, exact: true }).click();
  await expect(panel()).toContainText('批注与修订.txt');
  await expect(window.getByText(pasting.remarksSaved('批注与修订.txt'))).toBeVisible();
});

test('what stands in the text is on the disk', async () => {
  isClosed = true;
  await running.close();
  const blocks = desk.stored().document.sections.flatMap((section) => section.blocks);
  expect(blocks.filter(({ type }) => type === 'image')).toHaveLength(4);
  expect(JSON.stringify(blocks)).toContain('attachment-link');
  expect(JSON.stringify(blocks)).toContain('图一 仓库');
});
