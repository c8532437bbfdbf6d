import { expect, test } from '@playwright/test';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { setUpDesk, TITLE, type Desk } from './pages/writing.ts';

const words = wordsOf('zh-CN');
const { errors, search } = words;

let desk: Desk;
let running: RunningApp;
test.beforeAll(async () => {
  desk = setUpDesk();
  desk.damageIndex();
  running = await desk.open();
});
test.afterAll(async () => {
  await running.close().catch(() => undefined);
  desk.cleanUp();
});

test('a damaged index is said at the start, keeps nobody from writing, and is made anew where it is offered', async () => {
  const { window } = running;
  await expect(window.getByText(search.indexUnsound)).toBeVisible();
  await window.getByRole('combobox', { name: search.box }).fill('林某');
  const results = window.getByRole('region', { name: search.results });
  await expect(results.getByText(errors['search-index-damaged'].what as string)).toBeVisible();
  await expect(results.getByText(search.indexUnsound)).toBeVisible();

  await window.locator('[data-section="facts"] p').first().click();
  await window.keyboard.type('夜里写下的字');
  await expect(window.getByTestId('save-state')).toHaveAttribute('data-saving', 'saved');

  await results.getByRole('button', { name: search.indexRebuild }).click();
  await expect(results.getByText(search.indexUnsound)).toBeHidden();
  await window.getByRole('combobox', { name: search.box }).fill('夜里写下');
  const hits = window.getByRole('listbox', { name: search.results }).getByRole('option');
  await expect(hits).toHaveCount(1);
  await expect(hits.first()).toContainText(TITLE);
  expect(await running.complaints()).toEqual([]);
});
