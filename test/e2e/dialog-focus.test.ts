import { expect, test } from '@playwright/test';
import { zhCN as words } from '../../shared/i18n/zh-CN/index.ts';
import type { RunningApp } from '../support/app.ts';
import { setUpDesk, type Desk } from './pages/writing.ts';

let desk: Desk;
let app: RunningApp;

test.beforeEach(async () => {
  desk = setUpDesk();
  app = await desk.open();
  await app.window.locator('[data-section="facts"] p').first().click();
});
test.afterEach(async () => {
  await app.close();
  desk.cleanUp();
});

/** What Lexical does whenever it has something to do: it puts the caret back to where it thinks it is. */
const putCaretBack = () =>
  app.window.evaluate(() => {
    const text = document.querySelector<HTMLElement>('.editor-text');
    text?.focus();
    const last = text?.querySelector('[data-section="facts"] p')?.lastChild;
    if (last) getSelection()?.collapse(last, 1);
  });
const facts = () => app.window.locator('[data-section="facts"] .editor-section-body');

test('the editor does not take the focus from a dialog, and what is typed goes into its field', async () => {
  const { window } = app;
  const { revisions } = words;
  await window.keyboard.insertText('案情。');
  await window.getByRole('button', { name: revisions.keep }).first().click();
  const field = window.getByRole('dialog').getByRole('textbox');
  await expect(field).toBeFocused();
  await putCaretBack();
  await expect(field).toBeFocused();
  await window.keyboard.insertText('送审稿');
  await expect(field).toHaveValue('送审稿');
  await expect(facts()).toHaveText('案情。');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toBeHidden();
  await expect(window.getByRole('button', { name: revisions.keep }).first()).toBeFocused();
});

test('a dialog opened by a key gives the focus back to the caret in the text', async () => {
  const { window } = app;
  await window.keyboard.insertText('案情经过');
  await window.keyboard.press('ArrowLeft');
  await window.keyboard.press('ArrowLeft');
  await window.keyboard.press('Control+n');
  await expect(window.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toBeHidden();
  await expect(window.locator('.editor-text')).toBeFocused();
  await window.keyboard.insertText('的');
  await expect(facts()).toHaveText('案情的经过');
});
