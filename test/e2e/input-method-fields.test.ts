import { expect, test } from '@playwright/test';
import { sectionText } from '../../shared/document/tree.ts';
import { zhCN as words } from '../../shared/i18n/zh-CN/index.ts';
import type { RunningApp } from '../support/app.ts';
import {
  drill,
  drillField,
  startComposing,
  undoAndRedo,
  type Composing,
} from './pages/composing.ts';
import { TITLE, unlock, type Desk } from './pages/writing.ts';

// Every other thing that can be typed into, with the real libpinyin; `input-method.test.ts` is the core. In the long run only.
test.skip(process.env['JIANZHI_INPUT_METHOD'] !== 'all', 'part of npm run test:long');
test.describe.configure({ mode: 'default' });

let composing: Composing & { desk: Desk };
let app: RunningApp;
let desk: Desk;
test.beforeAll(async () => {
  test.setTimeout(90_000);
  composing = await startComposing();
  ({ app, desk } = composing);
});
test.afterAll(() => composing.stop());
test.beforeEach(() => test.setTimeout(120_000));

const facts = () => app.window.locator('[data-section="facts"] .editor-section-body');
const dialog = (name: string) => app.window.getByRole('dialog', { name });
const region = (name: string) => app.window.getByRole('region', { name, exact: true });
const press = (...names: string[]) => composing.press(...names);
const type = (letters: string) => composing.type(letters);
const phrase = (pinyin: string) => composing.phrase(pinyin);
const settled = () => app.window.waitForTimeout(250);

/** Select all in an empty section would select every other, too. */
async function emptyFacts(): Promise<void> {
  await facts().locator('p').first().click();
  if ((await facts().innerText()).trim() !== '') await press('ctrl+a', 'Delete');
}

test('the title', async () => {
  const title = app.window.getByRole('textbox', { name: words.records.title });
  await drillField(composing, title);
});

test('keywords: Enter while composing confirms none, a full-width comma does', async () => {
  const entry = app.window.getByRole('textbox', { name: words.records.addKeyword });
  const text = await drillField(composing, entry, false);
  await press('Return');
  await expect(entry).toHaveValue('');
  await phrase('shangbiao');
  await type(',');
  await expect(entry).toHaveValue('');
  const chips = app.window.getByRole('group', { name: words.records.keywords });
  await expect(chips.getByRole('listitem').filter({ hasText: /./u })).toHaveText([text, '商标']);
});

test('a field of the inspector, and tags', async () => {
  const { fieldNames, fields } = words;
  await drillField(
    composing,
    app.window.getByRole('textbox', { name: fieldNames.prosecutor, exact: true }),
  );
  const tags = app.window.getByLabel(fields.tags).first();
  await tags.click();
  await phrase('shangbiao');
  await expect(tags).toHaveValue('商标');
  await type('abc');
  await press('Return');
  await expect(tags).toHaveValue('商标abc');
  await press('Return');
  await expect(tags).toHaveValue('');
  await expect(app.window.locator('body')).toContainText('商标abc');
});

test('find and replace', async () => {
  await facts().locator('p').first().click();
  await press('ctrl+h');
  const { find } = words;
  const bar = app.window.getByRole('search', { name: find.title });
  await bar.getByRole('textbox', { name: find.find }).click();
  await drillField(composing, bar.getByRole('textbox', { name: find.find, exact: true }));
  await drillField(composing, bar.getByRole('textbox', { name: find.replace, exact: true }));
  await press('Escape');
  await expect(bar).toBeHidden();
});

test('a footnote, and the text right behind its mark', async () => {
  await emptyFacts();
  await phrase('shangbiao');
  await press('ctrl+alt+f');
  const box = app.window.getByRole('textbox', { name: words.writing.footnoteText });
  await drillField(composing, box);
  await press('Return');
  await expect(box).toBeHidden();
  await phrase('zhuanli');
  await type(',');
  // The mark is drawn by the style sheet; and nothing of no width is left.
  const read = async () => (await facts().innerText()).trim();
  await expect.poll(read).toBe('商标专利，');
  await press('ctrl+z', 'ctrl+z');
  expect(await read()).not.toContain('专利');
  await press('ctrl+y', 'ctrl+y', 'ctrl+y');
  await expect.poll(read).toBe('商标专利，');
  // A composition that is given up there leaves nothing.
  await press('ctrl+a', 'Delete');
  await press('ctrl+alt+f');
  await phrase('shuliang');
  await press('Return');
  await expect(box).toBeHidden();
  await type('zhuan');
  await press('Escape');
  await expect.poll(read).toBe('');
  await phrase('zhuanli');
  await expect.poll(read).toBe('专利');
});

test('the text, and a cell of a table', async () => {
  await emptyFacts();
  const read = async () => (await facts().innerText()).replaceAll('\n', '').trim();
  await undoAndRedo(composing, read, await drill(composing, read));
  await press('Return');
  await app.window.getByRole('button', { name: '表格' }).click();
  await app.window.getByRole('menuitem', { name: '插入' }).click();
  await settled();
  const cell = async () => (await facts().locator('th').first().innerText()).trim();
  await undoAndRedo(composing, cell, await drill(composing, cell));
});

test('the name of a version', async () => {
  const { revisions } = words;
  await region(revisions.title).getByRole('button', { name: revisions.keep }).click();
  const field = dialog(revisions.keepTitle).getByRole('textbox');
  await expect(field).toBeFocused();
  await drillField(composing, field);
  await press('Return');
  await expect(dialog(revisions.keepTitle)).toBeHidden();
});

test('the name of a party', async () => {
  const { parties } = words;
  await app.window.getByRole('button', { name: parties.add }).click();
  await drillField(
    composing,
    dialog(parties.addTitle).getByRole('textbox', { name: parties.name }),
  );
  await press('Escape');
  await expect(dialog(parties.addTitle)).toBeHidden();
});

test('a new record', async () => {
  await press('ctrl+n');
  const field = app.window.getByRole('dialog').getByRole('textbox');
  await drillField(composing, field);
  await press('Escape');
  await expect(field).toBeHidden();
});

test('the search box', async () => {
  const box = app.window.getByPlaceholder('检索').first();
  await drillField(composing, box);
  await press('Escape', 'Escape');
  await expect(box).toHaveValue('');
});

test('a source', async () => {
  const { sources } = words;
  await app.window.getByRole('button', { name: sources.title }).first().click();
  await app.window.getByRole('button', { name: sources.add }).first().click();
  const form = dialog(sources.newTitle);
  await drillField(composing, form.getByRole('textbox', { name: sources.members.title }));
  await press('Escape');
  await expect(form).toBeHidden();
});

test('leaving and locking while letters are under composition garble nothing, and all of it is on the disk', async () => {
  const { window } = app;
  await window.getByRole('button', { name: words.records.all }).first().click();
  await window.getByRole('listbox').getByRole('option').first().click();
  await facts().waitFor();
  await emptyFacts();
  await phrase('shangbiao');
  await type('zhuanli');
  await window.getByRole('textbox', { name: words.records.title }).click();
  await settled();
  const left = (await facts().innerText()).trim();
  expect(left).toMatch(/^商标(zhuan li|zhuanli|专利)?$/u);
  await facts().locator('p').first().click();
  await press('End');
  await type('falv');
  await press('ctrl+l');
  if (await facts().isVisible()) {
    // The key belonged to the input method.
    await press('Escape', 'ctrl+l');
  }
  await window.locator('input[type="password"]').waitFor();
  await composing.keyboard.ready();
  await unlock(window);
  await facts().or(window.getByText(TITLE).first()).first().waitFor();
  expect(await app.complaints()).toEqual([]);
  await app.close();
  const section = desk.stored().document.sections.find(({ id }) => id === 'facts');
  const stored = section === undefined ? '' : sectionText(section).trim();
  expect(stored.startsWith(left)).toBe(true);
  expect(stored.slice(left.length)).toMatch(/^(fa lv|falv|法律)?$/u);
});
