import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { zhCN as words } from '../../shared/i18n/zh-CN/index.ts';
import type { RunningApp } from '../support/app.ts';
import { answerOpenDialog } from '../support/dialogs.ts';
import { drawnPng } from '../support/drawn-png.ts';
import { commandLineOf } from '../tour/command-line.ts';
import { drillField, startComposing, type Composing } from './pages/composing.ts';
import { goTo } from './pages/navigation.ts';
import { approveChosen } from './pages/packs.ts';
import { enrolOffice } from './pages/points.ts';
import { waitUntilSaved } from './pages/records.ts';
import { TITLE, type Desk } from './pages/writing.ts';

// What can be typed into beside the text and on the way out, with the real libpinyin; in the long run only.
test.skip(process.env['JIANZHI_INPUT_METHOD'] !== 'all', 'part of npm run test:long');
test.describe.configure({ mode: 'default' });

let composing: Composing & { desk: Desk };
let app: RunningApp;
let desk: Desk;
test.beforeAll(async () => {
  test.setTimeout(90_000);
  composing = await startComposing();
  ({ app, desk } = composing);
  // Beside the window, so before it looks.
  await make('good-practice', '假冒商标经验');
  await make('typical-case', '另一案');
});
test.afterAll(() => composing.stop());
test.beforeEach(() => test.setTimeout(120_000));

const press = (...names: string[]) => composing.press(...names);
const phrase = (pinyin: string) => composing.phrase(pinyin);
const seat = () => ({ ...app, words });
const region = (name: string) => app.window.getByRole('region', { name, exact: true });
const dialog = (name: string) => app.window.getByRole('dialog', { name });
const button = (name: string) => app.window.getByRole('button', { name, exact: true });
const facts = () => app.window.locator('[data-section="facts"] .editor-section-body');

async function make(kind: 'good-practice' | 'typical-case', title: string): Promise<void> {
  const call = { name: 'records.create', input: { kind, title } } as const;
  await app.window.evaluate((made) => window.jianzhi.call(made), call);
}

test('the caption of a picture', async () => {
  const { pasting } = words;
  const file = join(desk.folder, '现场.png');
  writeFileSync(file, drawnPng(64, 48));
  await facts().locator('p').first().click();
  await answerOpenDialog(app.electron, [file]);
  await button(pasting.insertMenu).click();
  await app.window.getByRole('menuitem', { name: pasting.insertPicture }).click();
  const picture = app.window.locator('.editor-text .editor-image').first();
  await picture.click();
  await expect(picture).toHaveAttribute('data-selected', '');
  await press('Return');
  const form = app.window.locator('.mantine-Popover-dropdown:visible');
  await drillField(composing, form.getByLabel(pasting.caption));
  await form.getByRole('button', { name: pasting.done }).click();
  await expect(picture).toContainText('《中国知识商标产权》，。');
});

test('a link that begins with @', async () => {
  const place = app.window.locator('[data-section="performance"] .editor-section-body');
  await place.locator('p').first().click();
  await phrase('shangbiao');
  await expect.poll(async () => (await place.innerText()).trim()).toBe('商标');
  const choices = app.window.getByRole('listbox', { name: words.links.choices });
  await composing.type('@');
  await expect(choices).toBeVisible();
  await phrase('jiamao');
  await expect(choices.getByRole('option').first()).toContainText('假冒商标经验');
  await press('Return');
  await expect(place.getByRole('link')).toHaveCount(1);
  await phrase('falv');
  await expect.poll(async () => (await place.innerText()).trim()).toMatch(/法律$/u);
});

test('why something is kept in what leaves', async () => {
  const { app: general, documents, preflight } = words;
  await app.window.locator('[data-section="significance"] p').first().click();
  await app.window.keyboard.insertText('联系电话13912345678。');
  await waitUntilSaved(seat());
  await app.window
    .getByRole('toolbar')
    .getByRole('button', { name: documents.title })
    .press('Enter');
  const form = dialog(documents.title);
  await approveChosen(form, words);
  await form.getByRole('button', { name: general.next }).press('Enter');
  const list = form.getByRole('listbox', { name: preflight.list });
  await list.getByRole('option').first().click();
  const reason = form.getByRole('textbox', { name: preflight.reason });
  await drillField(composing, reason);
  // Enter decides when nothing is composed any more.
  await press('Return');
  const status = form.getByRole('region', { name: preflight.title }).getByRole('status');
  await expect(status).toHaveText(preflight.sum('1', '0'));
  await press('Escape');
  await expect(form).toBeHidden();
});

test('what is found in the record beside', async () => {
  const { besides, records } = words;
  await goTo(seat(), words.kinds['typical-case']);
  await goTo(seat(), records.all);
  const rows = app.window.getByRole('listbox').getByRole('option');
  await rows.nth(0).click({ modifiers: ['Control'] });
  await rows.nth(1).click({ modifiers: ['Control'] });
  await button(besides.compare).press('Enter');
  const right = app.window.getByRole('complementary', { name: besides.title });
  await drillField(composing, right.getByLabel(besides.find));
  await expect(right).toBeVisible();
  await press('Escape');
  await expect(right).toBeHidden();
});

test('the searches of a precedent report, its name, and what is thought of a hit', async () => {
  const { kinds, precedentReports, searchPurposes } = words;
  await goTo(seat(), kinds['typical-case']);
  await app.window.getByRole('option').filter({ hasText: TITLE }).first().click();
  await button(precedentReports.open).press('Enter');
  const query = app.window.getByRole('textbox', {
    name: `${searchPurposes.party}：${precedentReports.query}`,
  });
  await drillField(composing, query);
  await query.fill('另一案');
  await drillField(composing, app.window.getByLabel(precedentReports.reportTitle));
  await button(precedentReports.create).click();
  const hit = region(precedentReports.hits).getByRole('listitem').first();
  await hit.getByRole('button', { name: precedentReports.readText }).press('Enter');
  await drillField(composing, hit.getByRole('textbox'));
});

test('the covering note of a pack, and why a card is revoked', async () => {
  const { app: general, packs, points } = words;
  const office = commandLineOf(join(desk.disk, 'office'), '云汀江畔-四月新茶-2026');
  office('init', '--kind', 'desk', '--name', '江岚省人民检察院');
  const card = join(desk.disk, 'office.jzcard');
  const { fingerprint } = office<{ fingerprint: string }>('card', '--out', card);
  await enrolOffice(seat(), card, fingerprint);
  await goTo(seat(), packs.title);
  await app.window.getByRole('main').getByRole('button', { name: packs.export }).first().click();
  const form = dialog(packs.export);
  await form.getByRole('option').first().click();
  await approveChosen(form, words);
  await form.getByRole('button', { name: general.next }).click();
  await form.getByRole('radio', { name: '江岚省人民检察院' }).click();
  await drillField(composing, form.getByLabel(packs.note));
  await press('Escape');
  await expect(form).toBeHidden();
  await goTo(seat(), points.title);
  await button(points.revoke).click();
  await drillField(composing, app.window.getByLabel(points.revokeReason));
  await press('Escape');
  await expect(app.window.getByLabel(points.revokeReason)).toBeHidden();
});
