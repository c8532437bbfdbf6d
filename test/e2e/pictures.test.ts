import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { importFiles, openRecord } from './pages/records.ts';
import { takeSeat, type Seat } from './pages/seat.ts';
import { createWorkspace } from './pages/workspace.ts';

let seat: Seat;
let folder: string;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-pictures-'));
  seat = await takeSeat();
});
test.afterEach(async () => {
  await seat.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a picture of an imported text is seen in its place', async () => {
  const { window } = seat;
  await createWorkspace(seat, {
    folder: join(folder, 'workspace'),
    name: '云汀市人民检察院',
    passphrase: '茶山雾里三只白鹭听雨',
  });
  // A red square of eight pixels.
  const square = await window.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 8;
    const context = canvas.getContext('2d');
    if (context !== null) context.fillStyle = 'red';
    context?.fillRect(0, 0, 8, 8);
    return canvas.toDataURL('image/png');
  });
  const file = join(folder, '岑岭茶包装.html');
  writeFileSync(
    file,
    `<h1>林某假冒注册商标案</h1><h2>基本案情</h2><p>包装如图。</p><p><img src="${square}" alt="包装"></p><p>其后销售。</p>`,
  );
  await importFiles(seat, 'typical-case', [file]);
  await openRecord(seat, '林某假冒注册商标案');
  const picture = window.locator('.editor-image img');
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(8);
  expect(await seat.complaints()).toEqual([]);
});
