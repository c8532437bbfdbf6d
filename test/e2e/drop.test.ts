import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Answer } from '../../shared/contract/index.ts';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { dropFiles } from '../support/drop-files.ts';
import { setUpDesk, type Desk } from './pages/writing.ts';

const { imports, records } = wordsOf('zh-CN');
type Bridge = { jianzhi: { call(message: unknown): Promise<Answer> } };
let desk: Desk;
let running: RunningApp;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-drop-'));
  mkdirSync(join(folder, '卷宗'));
  for (const [name, who] of [
    ['甲.txt', '林某'],
    ['卷宗/乙.txt', '周某某'],
    ['卷宗/丙.txt', '何某甲'],
  ] as const) {
    const text = `${who}销售假冒注册商标的商品案\n【基本案情】${who}在云汀市望舒区租用仓库。\n【典型意义】规范经营。\n`;
    writeFileSync(join(folder, name), text);
  }
  desk = setUpDesk();
  running = await desk.open();
});
test.afterAll(async () => {
  await running.close();
  desk.cleanUp();
  rmSync(folder, { recursive: true, force: true });
});

const call = (name: string, input: unknown): Promise<Answer> =>
  running.window.evaluate((message) => (window as unknown as Bridge).jianzhi.call(message), {
    name,
    input,
  });
const library = () => running.window.getByRole('listbox').first();

test('files and folders dropped on the library are looked at and imported', async () => {
  const { window } = running;
  await dropFiles(window, library(), [join(folder, '甲.txt'), join(folder, '卷宗')], async () => {
    await expect(window.getByText(imports.dropHere)).toBeVisible();
  });
  const preview = window.getByRole('dialog', { name: imports.title });
  await expect(preview.getByRole('status')).toContainText(imports.willTake('3'));
  await expect(window.getByText(imports.dropHere)).toBeHidden();
  await preview.getByRole('button', { name: records.importNow }).click();
  const report = window.getByRole('dialog', { name: records.importDone });
  await expect(report).toContainText(records.importedCount('3'));
  await window.keyboard.press('Escape');
  await expect(report).toBeHidden();
});

test('over a text that can be written nothing offers to import: what falls there is attached', async () => {
  const { window } = running;
  const text = window.locator('.editor-text');
  await dropFiles(window, text, [join(folder, '甲.txt')], async () => {
    await expect(window.getByText(imports.dropHere)).toBeHidden();
  });
  await expect(text).toContainText('甲.txt');
  await expect(window.getByRole('dialog')).toBeHidden();
});

test('dropped on the import dialog, they join what was chosen', async () => {
  const { window } = running;
  await window.getByRole('button', { name: records.importFiles, exact: true }).first().click();
  const dialog = window.getByRole('dialog', { name: records.importTitle });
  await dropFiles(window, dialog.getByText(imports.orDrop), [join(folder, '甲.txt')]);
  await expect(dialog).toContainText(records.chosenPaths(1));
  await expect(dialog).toContainText('甲.txt');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a page can make no drop, not even with a file that was dropped once', async () => {
  const page = running.window;
  const file = join(folder, '甲.txt');
  await page.evaluate(() => {
    const keep = (event: DragEvent) => {
      Object.assign(window, { kept: event.dataTransfer?.files[0] });
      event.stopImmediatePropagation();
    };
    window.addEventListener('drop', keep, { capture: true, once: true });
  });
  await dropFiles(page, page.locator('html'), [file]);
  await call('window.takeDropped', {});
  const names = await page.evaluate((path) => {
    const { kept } = window as unknown as { kept: File };
    const own = new File(['x'], '乙.txt');
    Object.defineProperty(own, 'path', { value: path });
    const data = new DataTransfer();
    for (const one of [kept, own]) data.items.add(one);
    const init = { dataTransfer: data, bubbles: true, cancelable: true };
    for (const type of ['dragenter', 'dragover', 'drop'])
      for (const target of [window, document, document.body])
        target.dispatchEvent(new DragEvent(type, init));
    return Array.from(data.files, ({ name }) => name);
  }, file);
  expect(names).toEqual(['甲.txt', '乙.txt']);
  expect(await call('window.takeDropped', {})).toEqual({ ok: true, value: { paths: [] } });
  for (const path of [`${file}x`, '/etc/passwd'])
    expect(await call('records.import', { kind: 'precedent', paths: [path] })).toMatchObject({
      failure: { code: 'path-not-chosen' },
    });
});

test('what a person drops is known without the page’s word, once, and is chosen only when it is asked for', async () => {
  const page = running.window;
  const file = join(folder, '卷宗', '丙.txt');
  const lie = () =>
    page.evaluate(() => {
      const stop = (event: Event) => event.stopImmediatePropagation();
      window.addEventListener('drop', stop, { capture: true, once: true });
      Object.defineProperty(File.prototype, 'path', {
        get: () => '/etc/passwd',
        configurable: true,
      });
    });
  await lie();
  await dropFiles(page, library(), [file]);
  const input = { kind: 'precedent', paths: [file] };
  expect(await call('records.import', input)).toMatchObject({
    failure: { code: 'path-not-chosen' },
  });
  expect(await call('window.takeDropped', {})).toEqual({ ok: true, value: { paths: [file] } });
  expect(await call('window.takeDropped', {})).toEqual({ ok: true, value: { paths: [] } });
  expect(await call('records.import', input)).toMatchObject({ ok: true });
});
