import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator } from '@playwright/test';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { answerOpenDialog } from '../support/dialogs.ts';
import { writeLockedPdf, writePdf, writePdfBomb, writePdfOfPages } from '../support/write-pdf.ts';
import { setUpDesk, type Desk } from './pages/writing.ts';

const { attachments, pdf: words, pdfTroubles } = wordsOf('zh-CN');
// One after the other: each goes on where the last one stopped.
test.describe.configure({ mode: 'serial' });

const OPINION = '鉴定意见.pdf';
const SPEAKING = `/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); this.submitForm\\('http://127.0.0.1/'\\)) >>`;
const FILES: Record<string, Buffer> = {
  [OPINION]: writePdf(
    ['岑岭茶业商标鉴定意见\n送检包装与注册商标构成相同。', '附表：销售金额\n四十八万余元。', ''],
    { catalog: SPEAKING },
  ),
  '炸弹.pdf': writePdfBomb(200 * 1024 ** 2),
  '很多页.pdf': writePdfOfPages(100_000),
  '残缺.pdf': writePdf(['证据目录']).subarray(0, 400),
  '错表.pdf': Buffer.from(
    writePdf(['没有交叉引用表也能读'])
      .toString('latin1')
      .replace(/startxref\n\d+/u, 'startxref\n7'),
    'latin1',
  ),
  '上锁.pdf': writeLockedPdf(),
};

let desk: Desk;
let running: RunningApp;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-pdf-'));
  desk = setUpDesk();
  running = await desk.open();
  const files = Object.entries(FILES).map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
  await answerOpenDialog(running.electron, files);
  await running.window.getByRole('button', { name: attachments.add }).click();
  await expect(running.window.getByTestId('attachments-report')).toContainText(
    attachments.added(String(files.length)),
  );
});
test.afterAll(async () => {
  await running.close();
  desk.cleanUp();
  rmSync(folder, { recursive: true, force: true });
});

async function look(name: string): Promise<Locator> {
  const { window } = running;
  await window
    .getByRole('region', { name: attachments.title })
    .getByRole('button')
    .filter({ has: window.getByText(name, { exact: true }) })
    .click();
  return window.getByRole('dialog', { name });
}
async function close(dialog: Locator): Promise<void> {
  await running.window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}
const regionOf = (dialog: Locator, page: number, count: number) =>
  dialog.getByRole('region', { name: words.page(OPINION, String(page), String(count)) });
/** Whether anything but paper is to be seen on the page. */
const isDrawn = (dialog: Locator) =>
  dialog.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    return data?.some((value, index) => index % 4 < 3 && value < 128) ?? false;
  });

test('a page of Chinese in a font that is not in the file is drawn, and its text can be read and selected', async () => {
  const dialog = await look(OPINION);
  const page = regionOf(dialog, 1, 3);
  await expect(page.getByText('岑岭茶业商标鉴定意见')).toBeAttached();
  expect(await isDrawn(dialog)).toBe(true);
  await close(dialog);
});

test('pages are turned and zoomed by the keyboard alone, and a page without text says so', async () => {
  const dialog = await look(OPINION);
  const first = regionOf(dialog, 1, 3);
  await expect(first.getByText('岑岭茶业商标鉴定意见')).toBeAttached();
  await first.focus();
  const { keyboard } = running.window;
  await keyboard.press('ArrowRight');
  const second = regionOf(dialog, 2, 3);
  await expect(second.getByText('四十八万余元。')).toBeAttached();
  const width = async () => (await dialog.locator('canvas').boundingBox())?.width ?? 0;
  const before = await width();
  await keyboard.press('+');
  await expect(dialog.getByText(words.zoom('125'))).toBeVisible();
  await expect.poll(width).toBeGreaterThan(before * 1.2);
  await keyboard.press('0');
  await keyboard.press('End');
  await expect(regionOf(dialog, 3, 3)).toContainText(words.noText);
  await keyboard.press('Home');
  await expect(first).toBeVisible();
  const number = dialog.getByRole('textbox', { name: words.pageNumber });
  await number.fill('2');
  await keyboard.press('Enter');
  await expect(second).toBeVisible();
  await expect(dialog.getByRole('button', { name: words.previous })).toBeEnabled();
  await close(dialog);
});

test('scripts of the file do not run, its links are none, and axe finds nothing serious', async () => {
  const dialog = await look(OPINION);
  await expect(regionOf(dialog, 1, 3).getByText('岑岭茶业商标鉴定意见')).toBeAttached();
  await expect(dialog.locator('a, iframe, script, form form')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page: running.window })
    .include('[role="dialog"]')
    .setLegacyMode(true)
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await close(dialog);
});

for (const [name, said] of [
  ['残缺.pdf', pdfTroubles.damaged],
  ['上锁.pdf', pdfTroubles.password],
] as const) {
  test(`${name} is refused in a sentence`, async () => {
    const dialog = await look(name);
    await expect(dialog.getByTestId('no-preview')).toHaveText(said);
    await close(dialog);
  });
}

test('a page that unpacks to more than memory should hold ends in a sentence, and the window lives', async () => {
  const dialog = await look('炸弹.pdf');
  await expect(dialog.getByTestId('no-preview')).toHaveText(pdfTroubles.slow, { timeout: 30_000 });
  await close(dialog);
  const again = await look(OPINION);
  await expect(regionOf(again, 1, 3).getByText('岑岭茶业商标鉴定意见')).toBeAttached();
  await close(again);
});

test('a hundred thousand pages are turned like three', async () => {
  const dialog = await look('很多页.pdf');
  await expect(dialog.getByText(words.ofPages('100,000'))).toBeVisible({ timeout: 20_000 });
  const number = dialog.getByRole('textbox', { name: words.pageNumber });
  await number.fill('99999');
  await running.window.keyboard.press('Enter');
  await expect(dialog.locator('[data-page="99999"]')).toBeVisible();
  await expect(dialog.getByText(words.noText)).toBeVisible({ timeout: 20_000 });
  await close(dialog);
});

test('a file whose table is gone is read all the same', async () => {
  const dialog = await look('错表.pdf');
  await expect(dialog.getByText('没有交叉引用表也能读')).toBeAttached();
  await close(dialog);
});

test('the thread that reads comes with a policy of its own: our own files and nothing else', async () => {
  const policy = await running.electron.evaluate(async ({ session }) => {
    const address = 'app://jianzhi/pdf/wasm/openjpeg_nowasm_fallback.js';
    const { headers } = await session.fromPartition('windows').fetch(address);
    return headers.get('content-security-policy');
  });
  expect(policy).toBe("default-src 'none'; script-src 'self'; connect-src 'self'");
});

test('the console is quiet', async () => {
  expect(await running.complaints()).toEqual([]);
});
