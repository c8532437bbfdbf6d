import { expect, test, type CDPSession } from '@playwright/test';
import { openEditorPage, type EditorOnPage } from './pages/editor-page.ts';

let editor: EditorOnPage & { close: () => Promise<void> };
let session: CDPSession;

test.beforeAll(async () => {
  editor = await openEditorPage();
  session = await editor.page.context().newCDPSession(editor.page);
});
test.afterAll(() => editor.close());
test.beforeEach(async () => {
  await editor.show();
  await editor.caretIn('facts');
});
test.afterEach(() => expect(editor.complaints.splice(0)).toEqual([]));

/** The browser's side of an input method: the text under composition, and what is chosen. */
const compose = (text: string) =>
  session.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
const choose = (text: string) => session.send('Input.insertText', { text });
/** A key that the input method has taken: browsers report it as 229, and it is none of our business. */
async function takenKey(key: 'Enter' | 'Escape' | 'Tab' | 'Backspace'): Promise<void> {
  for (const type of ['rawKeyDown', 'keyUp'] as const)
    await session.send('Input.dispatchKeyEvent', {
      type,
      key,
      code: key,
      windowsVirtualKeyCode: 229,
    });
}
async function phrase(letters: string, chosen: string): Promise<void> {
  for (let i = 1; i <= letters.length; i += 1) await compose(letters.slice(0, i));
  await choose(chosen);
}
const press = async (...keys: string[]) => {
  for (const key of keys) await editor.page.keyboard.press(key, { delay: 15 });
};
const facts = () => editor.lines('facts');

test('phrases are composed at the start, in the middle and at the end of a line', async () => {
  await phrase('zhishichanquan', '知识产权');
  await press('Home');
  await phrase('baohu', '保护');
  await press('End', 'ArrowLeft', 'ArrowLeft');
  await phrase('de', '的');
  await press('End');
  await phrase('juhao', '。');
  expect(await facts()).toEqual(['保护知识的产权。']);
  await press('Enter');
  await phrase('dierduan', '第二段，');
  expect(await facts()).toEqual(['保护知识的产权。', '第二段，']);
});

test('what is under composition can be read, and so stored, at any moment without disturbing it', async () => {
  await phrase('lin', '林');
  for (let i = 1; i <= 6; i += 1) {
    await compose('jiamao'.slice(0, i));
    await editor.read();
  }
  expect((await facts())[0]).toMatch(/^林(jiamao)?$/);
  expect(await editor.page.evaluate(() => getSelection()?.anchorNode?.textContent)).toContain(
    'jiamao',
  );
  await choose('假冒');
  expect(await facts()).toEqual(['林假冒']);
});

test('Enter, Escape, Tab and Backspace belong to the input method while it composes', async () => {
  await phrase('lin', '林');
  await compose('mou');
  for (const key of ['Enter', 'Escape', 'Tab', 'Backspace'] as const) await takenKey(key);
  await choose('某');
  expect(await facts()).toEqual(['林某']);
});

test('a composition given up leaves the text as it was', async () => {
  await phrase('lin', '林');
  await compose('mou');
  await compose('');
  expect(await facts()).toEqual(['林']);
  await phrase('mou', '某');
  expect(await facts()).toEqual(['林某']);
});

test('a phrase replaces a selection, in bold stays bold, and undo goes back by phrases', async () => {
  await phrase('jia', '甲乙丙丁');
  await press('Shift+ArrowLeft', 'Shift+ArrowLeft');
  await phrase('wu', '戊');
  expect(await facts()).toEqual(['甲乙戊']);
  await press('Control+b');
  await phrase('ji', '己');
  expect(await facts()).toEqual(['甲乙戊*己*']);
  await editor.page.waitForTimeout(900);
  await phrase('geng', '庚');
  expect(await facts()).toEqual(['甲乙戊*己庚*']);
  await press('Control+z');
  expect(await facts()).toEqual(['甲乙戊*己*']);
  await press('Control+y');
  expect(await facts()).toEqual(['甲乙戊*己庚*']);
});

test('full-width punctuation is typed as it is, in lists, headings and cells too', async () => {
  await phrase('a', '（《云汀夜话》，');
  await choose('。');
  await choose('）');
  await press('Enter', 'Control+Shift+7');
  await phrase('yi', '一、勘验');
  await press('Enter', 'Enter', 'Control+Alt+1');
  await phrase('er', '（一）履职');
  await press('Enter');
  await editor.page.getByRole('button', { name: '表格' }).click();
  await editor.page.getByRole('menuitem', { name: '插入' }).click();
  await phrase('biao', '表头');
  await press('Tab');
  await phrase('ge', '单元格。');
  expect(await facts()).toEqual([
    '（《云汀夜话》，。）',
    '1. 一、勘验',
    '# （一）履职',
    '',
    '表头|单元格。|\n||\n||',
    '',
  ]);
});

test('losing the focus mid-composition keeps what was there', async () => {
  await phrase('lin', '林');
  await compose('mou');
  await editor.page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  expect((await facts())[0]).toMatch(/^林(mou)?$/);
  await editor.caretIn('facts');
  await phrase('hou', '后');
  expect((await facts())[0]).toMatch(/^林(mou)?后$/);
});
