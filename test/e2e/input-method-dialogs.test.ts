import { expect, test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zhCN as words } from '../../shared/i18n/zh-CN/index.ts';
import type { RunningApp } from '../support/app.ts';
import { answerOpenDialog } from '../support/dialogs.ts';
import { pngOf } from '../support/picture-file.ts';
import { drillField, startComposing, type Composing } from './pages/composing.ts';
import { goTo } from './pages/navigation.ts';
import type { Desk } from './pages/writing.ts';

// What can be typed into in dialogs, popovers and panels, with the real libpinyin; in the long run only.
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

const press = (...names: string[]) => composing.press(...names);
const phrase = (pinyin: string) => composing.phrase(pinyin);
const box = (name: string) => app.window.getByRole('textbox', { name, exact: true });
const dialog = (name: string) => app.window.getByRole('dialog', { name });
const region = (name: string) => app.window.getByRole('region', { name, exact: true });
const facts = () => app.window.locator('[data-section="facts"] .editor-section-body');

async function writeFacts(pinyin: string): Promise<void> {
  await facts().locator('p').first().click();
  if ((await facts().innerText()).trim() !== '') await press('ctrl+a', 'Delete');
  await phrase(pinyin);
}

test('a comment, and an answer to it', async () => {
  const { comments } = words;
  await writeFacts('shangbiao');
  await press('shift+Home', 'ctrl+alt+m');
  await drillField(composing, box(comments.text));
  await press('ctrl+Return');
  await expect(box(comments.text)).toBeHidden();
  await region(comments.title).getByRole('button', { name: comments.reply }).first().click();
  await drillField(composing, box(comments.replyText));
  await press('ctrl+Return');
  await expect(region(comments.title)).toContainText('《中国知识商标产权》，。');
});

test('a suggestion in the place of the words', async () => {
  const { comments } = words;
  await writeFacts('zhuanli');
  await press('shift+Home', 'ctrl+alt+m');
  await app.window.getByRole('checkbox', { name: comments.suggest }).click();
  await drillField(composing, box(comments.replacement));
  await press('Escape');
  await expect(box(comments.replacement)).toBeHidden();
});

test('the search for a record to link to, by pinyin letters and by Chinese words', async () => {
  const call = {
    name: 'records.create',
    input: { kind: 'good-practice', title: '假冒商标经验' },
  } as const;
  await app.window.evaluate((made) => window.jianzhi.call(made), call);
  await writeFacts('shangbiao');
  const choices = app.window.getByRole('listbox', { name: words.links.choices });
  // Typed through the input method, the signs open the list, and what is composed narrows it.
  await composing.type('[[');
  await expect(choices).toBeVisible();
  await phrase('jiamao');
  await expect(choices.getByRole('option').first()).toBeVisible();
  await press('Return');
  await expect(facts().getByRole('link')).toHaveCount(1);
  await phrase('falv');
  await expect.poll(async () => (await facts().innerText()).trim()).toMatch(/法律$/u);
});

test('the palette', async () => {
  await press('ctrl+k');
  const entry = app.window.getByRole('combobox', { name: words.palette.box });
  await drillField(composing, entry);
  await press('Escape');
  await expect(entry).toBeHidden();
});

test('the name of a saved search', async () => {
  const { search } = words;
  const find = app.window.getByPlaceholder('检索').first();
  await find.click();
  await phrase('shangbiao');
  await app.window.getByRole('button', { name: search.save, exact: true }).first().click();
  await drillField(composing, box(search.saveName));
  await press('Return');
  await expect(box(search.saveName)).toBeHidden();
  await find.click();
  await press('Escape', 'Escape');
});

test('the name of an attachment', async () => {
  const { attachments } = words;
  const file = join(desk.folder, '现场.png');
  writeFileSync(file, pngOf(40, 30));
  await app.window.getByRole('option').first().click();
  await answerOpenDialog(app.electron, [file]);
  await region(attachments.title).getByRole('button', { name: attachments.add }).click();
  const item = region(attachments.title).getByRole('listitem').first();
  await item.waitFor();
  await item.getByRole('button', { name: attachments.actions('现场.png') }).click();
  await app.window.getByRole('menuitem', { name: attachments.rename }).click();
  await drillField(composing, dialog(attachments.renameTitle).getByRole('textbox'), false);
  await press('Escape');
  await expect(dialog(attachments.renameTitle)).toBeHidden();
});

test('what is said when a record goes on', async () => {
  const { review } = words;
  await drillField(composing, box(review.comment));
});

test('the search among the sources', async () => {
  const { sources } = words;
  await goTo({ ...app, words }, sources.title);
  const find = box(sources.find);
  await drillField(composing, find);
  await press('Escape');
});

test('the search in the trash', async () => {
  const { listing, records } = words;
  await goTo({ ...app, words }, records.trash);
  await drillField(composing, box(listing.findInTrash));
});

test('the name of whoever works here', async () => {
  const { profiles, settings } = words;
  await goTo({ ...app, words }, settings.title);
  await app.window.getByRole('button', { name: profiles.changeOf(profiles.unnamed) }).click();
  await drillField(composing, app.window.getByRole('dialog').getByRole('textbox').first());
  await press('Escape');
});

test('tags for several records at once, and another name for a version', async () => {
  const { fields, records, revisions } = words;
  await goTo({ ...app, words }, records.all);
  await app.window.getByRole('option').first().click();
  await region(revisions.title).getByRole('button', { name: revisions.keep }).click();
  await phrase('shangbiao');
  await press('Return');
  await expect(dialog(revisions.keepTitle)).toBeHidden();
  await app.window
    .getByRole('option')
    .first()
    .click({ modifiers: ['Control'] });
  await app.window.getByRole('button', { name: fields.tagChosen }).click();
  const tags = app.window.getByRole('dialog').getByLabel(fields.tagAdd).first();
  await tags.click();
  await phrase('shangbiao');
  await composing.type('abc');
  await press('Return');
  await expect(tags).toHaveValue('商标abc');
  await press('Return');
  await expect(tags).toHaveValue('');
  await press('Escape');
});

test('a passage to look for cases alike', async () => {
  const { palette, similar } = words;
  await press('ctrl+k');
  await app.window.getByRole('combobox', { name: palette.box }).fill(similar.passageTitle);
  await press('Return');
  await drillField(composing, box(similar.passageBox));
  await press('Escape');
});
