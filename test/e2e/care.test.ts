import { expect, test } from '@playwright/test';
import { sectionText } from '../../shared/document/tree.ts';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { setUpDesk, type Desk } from './pages/writing.ts';

const words = wordsOf('zh-CN');
let desk: Desk;
let running: RunningApp;

test.beforeEach(async () => {
  desk = setUpDesk();
  running = await desk.open();
});
test.afterEach(async () => {
  await running.close().catch(() => undefined);
  desk.cleanUp();
});

const stored = () => {
  const facts = desk.stored().document.sections.find(({ id }) => id === 'facts');
  return facts === undefined ? '' : sectionText(facts);
};

test('language care points at a slip in the inspector, mends it in one step of undo, and can be told to be quiet', async () => {
  const { window } = running;
  const care = window.getByRole('region', { name: words.care.title });
  await window.locator('[data-section="facts"] p').first().click();
  await window.keyboard.type('检查机关依法提起公诉。');
  const passage = care.getByRole('button', { name: words.care.goTo('检查') });
  await expect(passage).toBeVisible();
  expect(await window.evaluate(() => CSS.highlights.get('editor-care')?.size)).toBe(1);

  await passage.click();
  expect(await window.evaluate(() => getSelection()?.toString())).toBe('检查');
  await care.getByRole('button', { name: words.care.replaceBy('检察') }).click();
  const facts = window.locator('[data-section="facts"] p').first();
  await expect(facts).toHaveText('检察机关依法提起公诉。');
  await expect(care.getByText(words.care.none)).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(facts).toHaveText('检查机关依法提起公诉。');

  await care.getByText(words.care.rules).click();
  await care.getByRole('switch', { name: words.careRules.confusable.name }).click();
  await expect(care.getByText(words.care.none)).toBeVisible();
  expect(await window.evaluate(() => CSS.highlights.get('editor-care')?.size ?? 0)).toBe(0);
  expect(await running.complaints()).toEqual([]);
  await running.close();
  expect(stored()).toBe('检查机关依法提起公诉。');
});
