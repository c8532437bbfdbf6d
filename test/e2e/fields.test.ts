import { expect, test } from '@playwright/test';
import { zhCN as words } from '../../shared/i18n/zh-CN/index.ts';
import type { RunningApp } from '../support/app.ts';
import { goTo } from './pages/navigation.ts';
import { waitUntilSaved } from './pages/records.ts';
import type { Seat } from './pages/seat.ts';
import { setUpDesk, TITLE, type Desk } from './pages/writing.ts';

const { fieldNames, fields, records } = words;
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

/** A field of the inspector; the label of a list of choices names its list box too. */
const field = (name: string) => app.window.getByRole('textbox', { name, exact: true });
const list = (name: string) => app.window.getByRole('listbox', { name: records.listOf(name) });
const rows = (name = records.all) => list(name).getByRole('option');

async function choose(name: string, choice: string): Promise<void> {
  await app.window.getByLabel(name, { exact: true }).first().click();
  await app.window.getByRole('option', { name: choice, exact: true }).click();
  await app.window.keyboard.press('Escape');
}

test('what is filled in is there after a restart, and lists can be filtered by it', async () => {
  await choose(fieldNames.charges, '假冒注册商标罪');
  await field(fieldNames.prosecutor).fill('林某某');
  await app.window.getByRole('button', { name: fields.addAmount }).click();
  await app.window.getByLabel(fields.amountOf('非法经营数额')).fill('360000.5');
  await waitUntilSaved(seat);
  await app.close();

  const stored = desk.stored();
  expect(stored.fields.charges).toEqual(['213']);
  expect(stored.fields.prosecutor).toBe('林某某');
  expect(stored.fields.amounts).toEqual([{ kind: 'illegal-turnover', fen: 36_000_050 }]);

  app = await desk.open();
  seat = { ...app, words };
  await expect(field(fieldNames.prosecutor)).toHaveValue('林某某');
  await app.window.getByRole('button', { name: fields.duplicate }).click();
  await expect(rows()).toHaveCount(2);
  await expect(field(fieldNames.prosecutor)).toHaveValue('林某某');

  await goTo(seat, words.kinds['typical-case']);
  await app.window.getByRole('button', { name: fields.filter, exact: true }).click();
  await app.window.getByRole('checkbox', { name: '假冒注册商标罪' }).check();
  await app.window.keyboard.press('Escape');
  await expect(rows(words.kinds['typical-case'])).toHaveCount(2);
  const chip = app.window.getByRole('button', { name: fields.removeFilter('假冒注册商标罪') });
  await chip.click();
  await expect(chip).toBeHidden();
});

test('several records are tagged, trashed and destroyed together', async () => {
  await app.window.getByRole('button', { name: fields.duplicate }).click();
  await expect(rows()).toHaveCount(2);
  await rows()
    .first()
    .click({ modifiers: ['Control'] });
  await rows()
    .nth(1)
    .click({ modifiers: ['Shift'] });
  const bar = app.window.getByRole('toolbar', { name: fields.chosen('2') });
  await bar.getByRole('button', { name: fields.tagChosen, exact: true }).click();
  const dialog = app.window.getByRole('dialog', { name: fields.tagTitle('2') });
  await dialog.getByLabel(fields.tagAdd).first().fill('重点');
  await app.window.keyboard.press('Enter');
  await dialog.getByRole('button', { name: fields.tagNow }).click();
  await expect(dialog).toBeHidden();

  await bar.getByRole('button', { name: records.moveToTrash }).click();
  await expect(rows()).toHaveCount(0);
  await goTo(seat, records.trash);
  await list(records.trash).focus();
  await app.window.keyboard.press('Control+a');
  await bar.getByRole('button', { name: fields.purge }).click();
  const question = app.window.getByRole('dialog', { name: fields.purgeTitle('2') });
  await expect(question).toContainText(TITLE);
  await expect(question).toContainText(fields.purgeText);
  await question.getByRole('button', { name: fields.purge }).click();
  await expect(app.window.getByText(records.emptyTrash)).toBeVisible();
  expect(await app.complaints()).toEqual([]);
});
