import { expect, test, type CDPSession } from '@playwright/test';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { waitUntilSaved } from './pages/records.ts';
import { setUpDesk, TITLE, type Desk } from './pages/writing.ts';

const words = wordsOf('zh-CN');
// One after the other: each goes on where the last one stopped.
test.describe.configure({ mode: 'serial' });

let desk: Desk;
let running: RunningApp;

test.beforeAll(async () => {
  desk = setUpDesk();
  running = await desk.open();
});
test.afterAll(async () => {
  await running.close();
  desk.cleanUp();
});

test('a record is made, written, found and left by the keyboard alone', async () => {
  const { window } = running;
  const press = (key: string) => window.keyboard.press(key);
  await press('Control+n');
  await window.getByRole('dialog', { name: words.records.newRecord }).waitFor();
  await window.keyboard.type('周某某侵犯著作权案');
  await press('Enter');
  const page = window.getByRole('main', { name: words.app.document });
  const title = page.getByRole('textbox', { name: words.records.title });
  await expect(title).toHaveValue('周某某侵犯著作权案');
  const text = page.getByRole('textbox', { name: words.editor.text, exact: true });
  await expect(text).toBeFocused();
  await press('Shift+F6');
  await expect(text).not.toBeFocused();
  await press('F6');
  await expect(text).toBeFocused();
  await title.focus();
  await press('Enter');
  await window.keyboard.type('《云汀夜话》有声读物');
  await waitUntilSaved({ ...running, words });

  await press('Control+f');
  await window.keyboard.type('有声读物');
  const hit = window.getByRole('option').filter({ hasText: '周某某' });
  await expect(hit.locator('mark').first()).toHaveText('有声读物');
  await press('Control+f');
  await window.keyboard.type('林某');
  await expect(hit).toHaveCount(0);
  await press('ArrowDown');
  await press('ArrowUp');
  await press('Enter');
  await expect(title).toHaveValue(TITLE);
  await press('Escape');
  await expect(window.getByRole('region', { name: words.search.results })).toHaveCount(0);
});

test('F6 goes round the panes, the arrows go through a list, Enter opens', async () => {
  const { window } = running;
  await window.getByRole('combobox', { name: words.search.box }).focus();
  await window.keyboard.press('F6');
  await expect(window.getByRole('button', { name: words.records.all })).toBeFocused();
  await window.keyboard.press('F6');
  const list = window.getByRole('listbox', { name: words.records.listOf(words.records.all) });
  await expect(list).toBeFocused();
  await window.keyboard.press('End');
  await window.keyboard.press('Enter');
  const last = list.getByRole('option').last();
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('Home');
  await window.keyboard.press('Enter');
  await expect(last).toHaveAttribute('aria-selected', 'false');
});

test('what an input method is composing is not searched for, and its Enter and Escape are its own', async () => {
  const { window } = running;
  const results = window.getByRole('region', { name: words.search.results });
  await window.getByRole('combobox', { name: words.search.box }).focus();
  const session = await window.context().newCDPSession(window);
  for (const letters of ['y', 'yo', 'you', 'yous', 'youshe']) {
    await session.send('Input.imeSetComposition', {
      text: letters,
      selectionStart: letters.length,
      selectionEnd: letters.length,
    });
  }
  await window.waitForTimeout(300);
  await expect(results).toHaveCount(0);
  const box = window.getByRole('combobox', { name: words.search.box });
  for (const key of ['Enter', 'Escape', 'ArrowDown']) await composingKey(session, key);
  await expect(box).toHaveValue('youshe');
  await expect(results).toHaveCount(0);
  await session.send('Input.insertText', { text: '有声' });
  await expect(results.getByRole('option').locator('mark').first()).toHaveText('有声');
  await expect(box).toHaveValue('有声');
});

/** A key as Chromium reports it while an input method composes: the code of the process key, with its own name. */
async function composingKey(session: CDPSession, key: string): Promise<void> {
  await session.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key,
    code: key,
    windowsVirtualKeyCode: 229,
  });
}
