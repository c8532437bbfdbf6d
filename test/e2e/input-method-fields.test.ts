import { expect, test, type Locator } from '@playwright/test';
import { sectionText } from '../../shared/document/tree.ts';
import { zhCN as words } from '../../shared/i18n/zh-CN/index.ts';
import type { RunningApp } from '../support/app.ts';
import { startInputMethod, type InputMethod } from '../support/input-method.ts';
import { processesOf, setUpDesk, TITLE, unlock, type Desk } from './pages/writing.ts';

// Every other thing that can be typed into, with the real libpinyin; `input-method.test.ts` is the core. In the long run only.
test.skip(process.env['JIANZHI_INPUT_METHOD'] !== 'all', 'part of npm run test:long');
test.describe.configure({ mode: 'default' });

let keyboard: InputMethod;
let desk: Desk;
let app: RunningApp;
let main = -1;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  keyboard = await startInputMethod();
  desk = setUpDesk();
  app = await desk.open(keyboard.env);
  main = app.electron.process().pid ?? -1;
  await facts().locator('p').first().click();
  await keyboard.ready();
});
test.afterAll(() => {
  for (const { id } of processesOf(main)) process.kill(id, 'SIGKILL');
  keyboard.stop();
  desk.cleanUp();
});
test.beforeEach(() => test.setTimeout(120_000));

const facts = () => app.window.locator('[data-section="facts"] .editor-section-body');
const dialog = (name: string) => app.window.getByRole('dialog', { name });
const region = (name: string) => app.window.getByRole('region', { name, exact: true });
const settled = () => app.window.waitForTimeout(250);

async function press(...names: string[]): Promise<void> {
  keyboard.key(...names);
  await settled();
}
async function type(letters: string): Promise<void> {
  keyboard.type(letters);
  await settled();
}
async function phrase(pinyin: string): Promise<void> {
  await type(pinyin);
  await press('space');
}

/** Select all in an empty section would select every other, too. */
async function emptyFacts(): Promise<void> {
  await facts().locator('p').first().click();
  if ((await facts().innerText()).trim() !== '') await press('ctrl+a', 'Delete');
}

/** What one does in any line of text. `read` says what is in it; nothing but a key is used to change it. */
async function drill(read: () => Promise<string>, punctuation = true): Promise<string> {
  const holds = (text: string) => expect.poll(read).toBe(text);
  await phrase('zhishichanquan');
  await holds('知识产权');
  await press('Home');
  await phrase('zhongguo');
  await holds('中国知识产权');
  await press('Right', 'Right');
  await phrase('falv');
  await holds('中国知识法律产权');
  await press('shift+Left', 'shift+Left');
  await phrase('shangbiao');
  await holds('中国知识商标产权');
  // Escape and Enter belong to the input method while it composes.
  await press('End');
  await type('zhuan');
  await press('Escape');
  await holds('中国知识商标产权');
  await type('abc');
  await press('Return');
  await holds('中国知识商标产权abc');
  await press('BackSpace', 'BackSpace', 'BackSpace');
  await holds('中国知识商标产权');
  if (!punctuation) return '中国知识商标产权';
  await press('Home');
  await type('<');
  await press('End');
  await type('>,.');
  await holds('《中国知识商标产权》，。');
  return '《中国知识商标产权》，。';
}

async function drillField(field: Locator, punctuation = true): Promise<string> {
  await field.click();
  await press('ctrl+a');
  const text = await drill(() => field.inputValue(), punctuation);
  await undoAndRedo(() => field.inputValue(), text);
  return text;
}

async function undoAndRedo(read: () => Promise<string>, text: string): Promise<void> {
  await phrase('shuliang');
  await expect.poll(read).toBe(`${text}数量`);
  await press('ctrl+z');
  expect(await read()).not.toContain('数量');
  for (let tries = 0; tries < 3; tries += 1) await press('ctrl+shift+z');
  await expect.poll(read).toBe(`${text}数量`);
  await press('BackSpace', 'BackSpace');
  await expect.poll(read).toBe(text);
}

test('the title', async () => {
  const title = app.window.getByRole('textbox', { name: words.records.title });
  await drillField(title);
});

test('keywords: Enter while composing confirms none, a full-width comma does', async () => {
  const entry = app.window.getByRole('textbox', { name: words.records.addKeyword });
  const text = await drillField(entry, false);
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
  await drillField(app.window.getByRole('textbox', { name: fieldNames.prosecutor, exact: true }));
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
  await drillField(bar.getByRole('textbox', { name: find.find, exact: true }));
  await drillField(bar.getByRole('textbox', { name: find.replace, exact: true }));
  await press('Escape');
  await expect(bar).toBeHidden();
});

test('a footnote, and the text right behind its mark', async () => {
  await emptyFacts();
  await phrase('shangbiao');
  await press('ctrl+alt+f');
  const box = app.window.getByRole('textbox', { name: words.writing.footnoteText });
  await drillField(box);
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
  await undoAndRedo(read, await drill(read));
  await press('Return');
  await app.window.getByRole('button', { name: '表格' }).click();
  await app.window.getByRole('menuitem', { name: '插入' }).click();
  await settled();
  const cell = async () => (await facts().locator('th').first().innerText()).trim();
  await undoAndRedo(cell, await drill(cell));
});

test('the name of a version', async () => {
  const { revisions } = words;
  await region(revisions.title).getByRole('button', { name: revisions.keep }).click();
  const field = dialog(revisions.keepTitle).getByRole('textbox');
  await expect(field).toBeFocused();
  await drillField(field);
  await press('Return');
  await expect(dialog(revisions.keepTitle)).toBeHidden();
});

test('the name of a party', async () => {
  const { parties } = words;
  await app.window.getByRole('button', { name: parties.add }).click();
  await drillField(dialog(parties.addTitle).getByRole('textbox', { name: parties.name }));
  await press('Escape');
  await expect(dialog(parties.addTitle)).toBeHidden();
});

test('a new record', async () => {
  await press('ctrl+n');
  const field = app.window.getByRole('dialog').getByRole('textbox');
  await drillField(field);
  await press('Escape');
  await expect(field).toBeHidden();
});

test('the search box', async () => {
  const box = app.window.getByPlaceholder('检索').first();
  await drillField(box);
  await press('Escape', 'Escape');
  await expect(box).toHaveValue('');
});

test('a source', async () => {
  const { sources } = words;
  await app.window.getByRole('button', { name: sources.title }).first().click();
  await app.window.getByRole('button', { name: sources.add }).first().click();
  const form = dialog(sources.newTitle);
  await drillField(form.getByRole('textbox', { name: sources.members.title }));
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
  await keyboard.ready();
  await unlock(window);
  await facts().or(window.getByText(TITLE).first()).first().waitFor();
  expect(await app.complaints()).toEqual([]);
  await app.close();
  const section = desk.stored().document.sections.find(({ id }) => id === 'facts');
  const stored = section === undefined ? '' : sectionText(section).trim();
  expect(stored.startsWith(left)).toBe(true);
  expect(stored.slice(left.length)).toMatch(/^(fa lv|falv|法律)?$/u);
});
