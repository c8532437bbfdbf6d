import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zhCN as words } from '../../shared/i18n/zh-CN/index.ts';
import type { RunningApp } from '../support/app.ts';
import { goTo } from './pages/navigation.ts';
import { importFiles, openRecord, waitUntilSaved } from './pages/records.ts';
import type { Seat } from './pages/seat.ts';
import { setUpDesk, TITLE, type Desk } from './pages/writing.ts';

const { fieldNames, fields, kinds, listing, records, statuses } = words;
const files = mkdtempSync(join(tmpdir(), 'jianzhi-listing-'));
let desk: Desk;
let app: RunningApp;
let seat: Seat;

test.beforeEach(async () => {
  desk = setUpDesk();
  app = await desk.open();
  seat = { ...app, words };
});
test.afterEach(async () => {
  await app.close();
  desk.cleanUp();
});
test.afterAll(() => rmSync(files, { recursive: true, force: true }));

const list = (name = records.all) =>
  app.window.getByRole('listbox', { name: records.listOf(name) });
const rows = (name = records.all) => list(name).getByRole('option');
const button = (name: string) => app.window.getByRole('button', { name, exact: true });

async function inMenu(name: string): Promise<void> {
  await button(listing.view).click();
  await app.window.getByRole('menuitem', { name, exact: true }).click();
}

async function problems(): Promise<string[]> {
  await app.window.waitForTimeout(200);
  const { violations } = await new AxeBuilder({ page: app.window }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

async function importTwo(kind: 'typical-case' | 'precedent'): Promise<void> {
  const paths = ['何某甲侵犯著作权案', '周某某侵犯商业秘密案'].map((title) => {
    const file = join(files, `${title}-${kind}.txt`);
    writeFileSync(file, `${title}\n\n【基本案情】\n江岚省云汀市的案件。\n`);
    return file;
  });
  await importFiles(seat, kind, paths);
}

test('what was imported is unread until it is opened, one by one or all at once', async () => {
  await importTwo('typical-case');
  const badge = button(listing.unreadOf(kinds['typical-case'], '2'));
  await badge.click();
  await expect(rows(kinds['typical-case'])).toHaveCount(2);
  await openRecord(seat, '何某甲');
  await expect(button(listing.unreadOf(kinds['typical-case'], '1'))).toBeVisible();
  await expect(rows(kinds['typical-case'])).toHaveCount(1);

  await goTo(seat, records.all);
  await expect(rows()).toHaveCount(3);
  await list().focus();
  await app.window.keyboard.press('Home');
  await app.window.keyboard.press('Shift+End');
  const bar = app.window.getByRole('toolbar', { name: fields.chosen('3') });
  await bar.getByRole('button', { name: listing.markRead }).click();
  await expect(app.window.getByRole('button', { name: /未读 \d/u })).toHaveCount(0);
  await bar.getByRole('button', { name: listing.markUnread }).click();
  await expect(button(listing.unreadOf(records.all, '3'))).toBeVisible();
  await inMenu(listing.markAllRead);
  await expect(app.window.getByText(listing.allMarkedRead('3'))).toBeVisible();
  await expect(button(listing.unreadOf(records.all, '3'))).toBeHidden();
});

test('a list is put into groups, which are folded by key and remembered', async () => {
  await importTwo('typical-case');
  await inMenu(listing.groups.status);
  await expect(rows()).toHaveCount(4);
  await expect(rows().first()).toContainText(statuses.draft);
  await expect(rows().first()).toContainText(listing.unfolded);
  expect(await problems(), 'groups').toEqual([]);
  await list().focus();
  await app.window.keyboard.press('Home');
  await app.window.keyboard.press('ArrowLeft');
  await expect(rows()).toHaveCount(1);
  await expect(rows().first()).toContainText(listing.folded);
  await app.window.keyboard.press('ArrowRight');
  await expect(rows()).toHaveCount(4);
  await inMenu(listing.foldAll);
  await expect(rows()).toHaveCount(1);
  await app.window.keyboard.press('Home');
  await inMenu(listing.unfoldAll);
  // A range that is drawn over a head takes the records alone.
  await list().focus();
  await app.window.keyboard.press('Home');
  await app.window.keyboard.press('Shift+End');
  await expect(app.window.getByRole('toolbar', { name: fields.chosen('3') })).toBeVisible();
  // The key of the menu leads to what can be done with a record.
  await app.window.keyboard.press('Escape');
  await app.window.keyboard.press('Shift+F10');
  const bar = app.window.getByRole('toolbar', { name: fields.chosen('1') });
  await expect(bar.getByRole('button').first()).toBeFocused();
  await app.close();
  app = await desk.open();
  seat = { ...app, words };
  await expect(rows()).toHaveCount(4);
});

test('the table has the columns that were chosen, sorts by their heads, and all of it by keyboard', async () => {
  await importTwo('precedent');
  await goTo(seat, kinds.precedent);
  await inMenu(listing.asTable);
  await inMenu(listing.chooseColumns);
  const dialog = app.window.getByRole('dialog', { name: listing.columnsTitle });
  await dialog.getByRole('checkbox', { name: listing.columns.region }).press('Space');
  await dialog.getByRole('checkbox', { name: listing.columns['case-number'] }).press('Space');
  await dialog.getByRole('button', { name: listing.moveUp(listing.columns.region) }).press('Enter');
  expect(await problems(), 'columns').toEqual([]);
  await app.window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await problems(), 'table').toEqual([]);

  const heads = app.window.getByRole('group', { name: listing.columnsTitle });
  const shown = heads.getByRole('button');
  await expect(shown.nth(5)).toContainText(listing.columns.region);
  await heads.getByRole('button', { name: listing.sortBy(listing.columns.title) }).press('Enter');
  await expect(rows(kinds.precedent).first()).toContainText('何某甲');
  await heads.getByRole('button', { name: listing.sortBy(listing.columns.title) }).press('Enter');
  await expect(rows(kinds.precedent).first()).toContainText('周某某');
  const edge = heads.getByRole('separator', { name: listing.resizeColumn(listing.columns.title) });
  const before = Number(await edge.getAttribute('aria-valuenow'));
  await edge.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 16));
  await shown.first().press('Alt+ArrowRight');
  await expect(shown.first()).toContainText(listing.columns.kind);
  expect(await app.complaints()).toEqual([]);
});

test('a precedent keeps its text and gets fields, found by their Chinese name, pinyin or initials', async () => {
  await importTwo('precedent');
  await goTo(seat, kinds.precedent);
  await openRecord(seat, '何某甲');
  const title = app.window.getByRole('textbox', { name: records.title });
  await expect(title).toHaveValue(/何某甲/u);
  await app.window.getByRole('textbox', { name: fieldNames.court }).fill('江岚省高级人民法院');
  await app.window.getByLabel(fieldNames.charges, { exact: true }).first().fill('qfzzq');
  await app.window.getByRole('option', { name: '侵犯著作权罪', exact: true }).click();
  await app.window.keyboard.press('Escape');
  await waitUntilSaved(seat);
  // What was changed goes to the top of the list.
  await expect(rows(kinds.precedent).first()).toContainText('何某甲');
  await openRecord(seat, '周某某');
  await expect(title).toHaveValue(/周某某/u);
  await openRecord(seat, '何某甲');
  await expect(title).toHaveValue(/何某甲/u);
  await expect(app.window.getByRole('textbox', { name: fieldNames.court })).toHaveValue(
    '江岚省高级人民法院',
  );
  await expect(title).toHaveAttribute('readonly');
  expect(await app.complaints()).toEqual([]);
});

test('the trash is filtered and looked through', async () => {
  await importTwo('typical-case');
  await expect(rows()).toHaveCount(3);
  await list().focus();
  await app.window.keyboard.press('Control+a');
  const bar = app.window.getByRole('toolbar', { name: fields.chosen('3') });
  await bar.getByRole('button', { name: records.moveToTrash }).click();
  await goTo(seat, records.trash);
  await expect(rows(records.trash)).toHaveCount(3);
  await app.window.getByRole('textbox', { name: listing.findInTrash }).fill('商业秘密');
  await expect(rows(records.trash)).toHaveCount(1);
  expect(await problems(), 'trash').toEqual([]);
  await button(listing.clear).click();
  await button(fields.filter).click();
  await app.window.getByRole('checkbox', { name: statuses.draft }).check();
  await app.window.keyboard.press('Escape');
  await expect(rows(records.trash)).toHaveCount(3);
  await expect(rows(records.trash).filter({ hasText: TITLE })).toHaveCount(1);
});

test('several chosen records become one note that says where each part comes from', async () => {
  await importTwo('typical-case');
  await goTo(seat, records.all);
  await rows()
    .nth(0)
    .click({ modifiers: ['ControlOrMeta'] });
  await rows()
    .nth(1)
    .click({ modifiers: ['ControlOrMeta'] });
  await button(words.besides.compile).click();
  const title = app.window.getByRole('textbox', { name: records.title });
  await expect(title).toHaveValue(/等2份材料汇编$/u);
  // The usual parts of a note stay to be written.
  await expect(app.window.locator('.editor-section').filter({ hasText: '来源：' })).toHaveCount(2);
});
