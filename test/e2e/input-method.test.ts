import { expect, test } from '@playwright/test';
import { sectionText } from '../../shared/document/tree.ts';
import type { RunningApp } from '../support/app.ts';
import { startComposing, type Composing } from './pages/composing.ts';
import { TITLE, type Desk } from './pages/writing.ts';

// A real libpinyin through IBus types into the real window. Which word comes first for a syllable depends on its
// dictionary, so only phrases without a rival are chosen by the space bar.

let composing: Composing & { desk: Desk };
let keyboard: Composing['keyboard'];
let desk: Desk;
let app: RunningApp;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  composing = await startComposing(300);
  ({ app, desk, keyboard } = composing);
});
test.afterAll(() => composing.stop());

const facts = () => app.window.locator('[data-section="facts"] .editor-section-body');
const lines = async () => (await facts().innerText()).split('\n').filter((line) => line !== '');
/** What is typed takes its way through the display, the bus and the input method. */
const settled = () => app.window.waitForTimeout(300);

const phrase = (pinyin: string) => composing.phrase(pinyin);

test('an officer writes with pinyin: start, middle, end, selection, punctuation, undo, and it is all on the disk', async () => {
  test.setTimeout(120_000);
  const { window } = app;
  await window.evaluate(() => {
    const seen: string[] = [];
    for (const type of ['compositionstart', 'compositionend'])
      document.addEventListener(type, () => seen.push(type), true);
    Object.assign(globalThis, { seen });
  });

  await test.step('a phrase', async () => {
    await phrase('zhishichanquan');
    expect(await lines()).toEqual(['知识产权']);
    expect(await window.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual(
      expect.arrayContaining(['compositionstart', 'compositionend']),
    );
  });

  await test.step('at the start and in the middle of the line', async () => {
    keyboard.key('Home');
    await phrase('renminjianchayuan');
    expect(await lines()).toEqual(['人民检察院知识产权']);
    keyboard.key('Right', 'Right');
    await phrase('zhongguo');
    expect(await lines()).toEqual(['人民检察院知识中国产权']);
  });

  await test.step('over a selection', async () => {
    keyboard.key('shift+Left', 'shift+Left');
    await settled();
    await phrase('falv');
    expect(await lines()).toEqual(['人民检察院知识法律产权']);
  });

  await test.step('full-width punctuation', async () => {
    keyboard.key('End');
    keyboard.type(',');
    await settled();
    await phrase('shangbiao');
    keyboard.type('.');
    await settled();
    expect(await lines()).toEqual(['人民检察院知识法律产权，商标。']);
  });

  await test.step('Escape gives a composition up, and Enter takes the letters without a new line', async () => {
    keyboard.type('zhuan');
    await settled();
    keyboard.key('Escape');
    await settled();
    expect(await lines()).toEqual(['人民检察院知识法律产权，商标。']);
    keyboard.type('abc');
    await settled();
    keyboard.key('Return');
    await settled();
    expect(await lines()).toEqual(['人民检察院知识法律产权，商标。abc']);
    keyboard.key('BackSpace', 'BackSpace', 'BackSpace');
    await settled();
    expect(await lines()).toEqual(['人民检察院知识法律产权，商标。']);
  });

  await test.step('undo and redo', async () => {
    await window.waitForTimeout(1_000);
    keyboard.key('Return');
    await phrase('shangyemimi');
    expect(await lines()).toEqual(['人民检察院知识法律产权，商标。', '商业秘密']);
    keyboard.key('ctrl+z');
    await settled();
    expect((await lines()).join('')).not.toContain('商业秘密');
    keyboard.key('ctrl+y', 'ctrl+y', 'ctrl+y');
    await settled();
    expect(await lines()).toEqual(['人民检察院知识法律产权，商标。', '商业秘密']);
  });

  await test.step('a list item and a heading', async () => {
    keyboard.key('Return', 'ctrl+shift+8');
    await phrase('zhuzuoquan');
    keyboard.key('Return', 'Return', 'ctrl+alt+1');
    await phrase('zhuanliquan');
    expect((await lines()).slice(2)).toEqual(['著作权', '专利权']);
  });

  await test.step('in a cell, and in the search box', async () => {
    keyboard.key('Return');
    await settled();
    await window.getByRole('button', { name: '表格' }).click();
    await window.getByRole('menuitem', { name: '插入' }).click();
    await phrase('shuliang');
    keyboard.key('Tab');
    await phrase('shangbiao');
    await expect(facts().locator('th')).toHaveText(['数量', '商标', '']);
    await window.getByRole('searchbox').or(window.getByPlaceholder('检索')).first().click();
    await phrase('zhishichanquan');
    await expect(window.getByPlaceholder('检索').first()).toHaveValue('知识产权');
    keyboard.key('Escape');
    await settled();
    await window.getByText(TITLE).first().click();
    await window.locator('[data-section="facts"] th').first().waitFor();
  });

  await test.step('in the title and back, with autosave firing while letters are under composition', async () => {
    await window.getByRole('textbox', { name: '标题' }).click();
    keyboard.key('End');
    await phrase('shangbiao');
    await expect(window.getByRole('textbox', { name: '标题' })).toHaveValue(/商标$/);
    await facts().locator('h3').click();
    keyboard.key('End');
    keyboard.type('zhongguo');
    await window.waitForTimeout(1_500);
    keyboard.key('space');
    await settled();
    await expect(facts().locator('h3')).toHaveText('专利权中国');
  });

  expect(await app.complaints()).toEqual([]);
  await app.close();
  const stored = desk.stored();
  expect(stored.title).toMatch(/商标$/);
  const section = stored.document.sections.find(({ id }) => id === 'facts');
  const written = section === undefined ? '' : sectionText(section).replaceAll(/\n+/g, '\n');
  expect(written.trim().split('\n')).toEqual([
    '人民检察院知识法律产权，商标。',
    '商业秘密',
    '著作权',
    '专利权中国',
    '数量',
    '商标',
  ]);
});
