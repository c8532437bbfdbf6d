import AxeBuilder from '@axe-core/playwright';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { answerSaveDialog } from '../support/dialogs.ts';
import { goTo } from './pages/navigation.ts';
import { openRecord, waitUntilSaved } from './pages/records.ts';
import type { Seat } from './pages/seat.ts';
import { setTheme } from './pages/settings.ts';
import { cite, importSources, marks, openSource, references, sourceRows } from './pages/sources.ts';
import { setUpDesk, TITLE, type Desk } from './pages/writing.ts';

const words = wordsOf('zh-CN');
const { citations, sources } = words;
let desk: Desk;
let running: RunningApp;
let seat: Seat;

const article = (title: string, author: string, year: number) => ({
  id: title,
  type: 'article-journal',
  title,
  author: [{ literal: author }],
  'container-title': '江岚法学',
  issued: { 'date-parts': [[year]] },
});
const library = [
  article('损失数额的认定路径', '林某', 2024),
  article('贡献率的证明', '周某某', 2023),
  article('许可使用费的参照', '何某甲', 2022),
  {
    id: 'en',
    type: 'book',
    title: 'Trade secret law',
    author: [{ family: 'Smith', given: 'John A.' }],
    publisher: 'Invented Press',
    issued: { 'date-parts': [[2019]] },
  },
];

// One story: each goes on where the one before it ended.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  desk = setUpDesk();
  running = await desk.open();
  seat = { ...running, words };
});
test.afterAll(async () => {
  expect(await running.complaints()).toEqual([]);
  await running.close();
  desk.cleanUp();
});

const file = (name: string) => path.join(running.userData, name);
const text = () => running.window.locator('[data-section="facts"] .editor-section-body');
const caretAt = async (key: 'Home' | 'End') => {
  await text().locator('p').first().click();
  await running.window.keyboard.press(key);
};
const toRecord = async () => {
  await goTo(seat, words.records.all);
  await openRecord(seat, TITLE);
};

test('a library is imported, found in, entered by hand, and goes out byte for byte', async () => {
  const { window } = running;
  const bytes = `${JSON.stringify(library, null, 2)}\n`;
  writeFileSync(file('in.json'), bytes);
  await importSources(seat, file('in.json'));
  await expect(window.getByText(sources.imported('4'))).toBeVisible();
  await expect(sourceRows(seat)).toHaveCount(4);
  await answerSaveDialog(running.electron, file('out.json'));
  await window.getByRole('button', { name: sources.more }).click();
  await window.getByRole('menuitem', { name: sources.exportAll }).click();
  await expect(window.getByText(sources.exported('4'))).toBeVisible();
  expect(readFileSync(file('out.json'), 'utf8')).toBe(bytes);

  await test.step('again, with something that is not kept', async () => {
    const [first] = library;
    const odd = { ...article('秘密点的固定', '吴某', 2021), custom: { colour: 'red' } };
    writeFileSync(file('again.json'), JSON.stringify([first, odd, { type: 'book' }]));
    await importSources(seat, file('again.json'));
    const report = window.getByRole('dialog', { name: sources.reportTitle });
    await expect(report).toContainText(sources.known('1'));
    await expect(report).toContainText(sources.notKeptOf('秘密点的固定', 'custom'));
    await expect(report).toContainText(sources.skips['source-has-no-title']);
    await window.keyboard.press('Enter');
    await expect(report).toBeHidden();
  });

  await test.step('found by name and year', async () => {
    const box = window.getByRole('textbox', { name: sources.find });
    await box.fill('smith 2019');
    await expect(sourceRows(seat)).toHaveCount(1);
    await window.keyboard.press('Escape');
    await expect(sourceRows(seat)).toHaveCount(5);
  });

  await test.step('entered by hand, and an entry that is there already is recognised', async () => {
    await window.getByRole('button', { name: sources.add }).click();
    const form = window.getByRole('dialog', { name: sources.newTitle });
    await form.getByRole('textbox', { name: sources.members.title }).fill('贡献率的证明');
    await form.getByRole('textbox', { name: sources.members.author }).fill('周某某');
    await form.getByRole('textbox', { name: sources.members.issued }).fill('2023');
    await expect(form.getByRole('status')).toContainText(sources.twinReasons.title);
    await form.getByRole('textbox', { name: sources.members.title }).fill('地理标志的证明');
    await expect(form.getByRole('status')).toBeHidden();
    await form.getByRole('textbox', { name: sources.members.issued }).fill('2023-13');
    await form.getByRole('button', { name: sources.create, exact: true }).click();
    await expect(form).toContainText(sources.dateWrong);
    await form.getByRole('textbox', { name: sources.members.issued }).fill('2023年5月');
    await window.keyboard.press('Enter');
    await expect(form).toBeHidden();
    await expect(window.getByRole('region', { name: sources.entry })).toContainText(
      '周某某. 地理标志的证明[J]. 2023.',
    );
  });
});

test('sources are cited with the keyboard, numbered in order, and listed at the end', async () => {
  const { window } = running;
  await toRecord();
  await caretAt('End');
  await window.keyboard.insertText('甲');
  await cite(seat, '贡献率');
  await window.keyboard.insertText('乙');
  await cite(seat, '损失数额', '许可使用费', 'Trade');
  await window.keyboard.insertText('丙');
  await cite(seat, '贡献率');
  await expect.poll(() => marks(seat)).toEqual(['[1]', '[2-4]', '[1]']);
  await expect(references(seat)).toHaveText([
    '[1]周某某. 贡献率的证明[J]. 江岚法学, 2023.',
    '[2]林某. 损失数额的认定路径[J]. 江岚法学, 2024.',
    '[3]何某甲. 许可使用费的参照[J]. 江岚法学, 2022.',
    '[4]SMITH J A. Trade secret law[M]. Invented Press, 2019.',
  ]);

  await test.step('one before them all makes every number another, and undo takes that back', async () => {
    await caretAt('Home');
    await cite(seat, 'Trade');
    await expect.poll(() => marks(seat)).toEqual(['[1]', '[2]', '[1,3-4]', '[2]']);
    await window.keyboard.press('Control+z');
    await expect.poll(() => marks(seat)).toEqual(['[1]', '[2-4]', '[1]']);
    await expect(references(seat)).toHaveCount(4);
  });

  await test.step('right behind another it joins that one', async () => {
    await caretAt('End');
    await window.keyboard.press('Control+Alt+KeyC');
    const picker = window.getByRole('dialog', { name: citations.editTitle });
    await picker.getByRole('option').filter({ hasText: '损失数额' }).click();
    await window.keyboard.press('Enter');
    await expect.poll(() => marks(seat)).toEqual(['[1]', '[2-4]', '[1-2]']);
    await window.keyboard.press('Control+z');
    await expect.poll(() => marks(seat)).toEqual(['[1]', '[2-4]', '[1]']);
  });

  await test.step('with a page', async () => {
    await caretAt('End');
    await window.keyboard.press('Control+Alt+KeyC');
    const picker = window.getByRole('dialog', { name: citations.editTitle });
    await picker.getByRole('textbox', { name: citations.locatorOf('贡献率的证明') }).fill('45-58');
    await window.keyboard.press('Enter');
    await expect.poll(() => marks(seat)).toEqual(['[1]', '[2-4]', '[1]45-58']);
  });

  await test.step('the caret steps over a mark, and Backspace takes it away whole', async () => {
    await caretAt('End');
    await window.keyboard.press('ArrowLeft');
    await window.keyboard.insertText('丁');
    await expect(text()).toContainText('丙丁[1]45-58');
    await window.keyboard.press('End');
    await window.keyboard.press('Backspace');
    await expect.poll(() => marks(seat)).toEqual(['[1]', '[2-4]']);
    await window.keyboard.press('Control+z');
    await window.keyboard.press('Control+z');
    await expect.poll(() => marks(seat)).toEqual(['[1]', '[2-4]', '[1]45-58']);
    await expect(text()).not.toContainText('丁');
  });

  await test.step('and it is all on the disk', async () => {
    await waitUntilSaved(seat);
    await goTo(seat, sources.title);
    await toRecord();
    await expect.poll(() => marks(seat)).toEqual(['[1]', '[2-4]', '[1]45-58']);
  });
});

test('copies keep citations here, and are their marks elsewhere', async () => {
  const { window } = running;
  await caretAt('Home');
  await window.keyboard.press('Shift+End');
  const copied = await window.evaluate(() => {
    const data = new DataTransfer();
    const event = new ClipboardEvent('copy', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    document.activeElement?.dispatchEvent(event);
    return Object.fromEntries(data.types.map((type) => [type, data.getData(type)]));
  });
  expect(copied['text/plain']).toBe('甲[1]乙[2-4]丙[1]45-58');
  expect(copied['text/html']).toContain('甲[1]乙[2-4]');
  await caretAt('End');
  await window.keyboard.press('Enter');
  await window.evaluate((data) => {
    const transfer = new DataTransfer();
    for (const [type, said] of Object.entries(data)) transfer.setData(type, said);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  }, copied);
  await expect
    .poll(() => marks(seat))
    .toEqual(['[1]', '[2-4]', '[1]45-58', '[1]', '[2-4]', '[1]45-58']);
  await window.keyboard.press('Control+z');
  await expect.poll(() => marks(seat)).toHaveLength(3);
  await waitUntilSaved(seat);
});

test('a source that is gone is seen as broken, and heals; its records are found from it', async () => {
  const { window } = running;
  await waitUntilSaved(seat);
  await goTo(seat, sources.title);
  await openSource(seat, '贡献率的证明');
  await expect(window.getByRole('region', { name: sources.citedIn })).toContainText(TITLE);
  await window.getByRole('button', { name: sources.trash }).click();
  await toRecord();
  await expect.poll(() => marks(seat)).toEqual(['[?]', '[1-3]', '[?]45-58']);
  await expect(window.locator('.editor-citation[data-broken]')).toHaveCount(2);
  await expect(window.getByText(citations.missingCount('1'))).toBeVisible();
  await window.locator('.editor-citation').first().click();
  await expect(window.getByText(citations.missing, { exact: true })).toBeVisible();
  await window.keyboard.press('Escape');

  await goTo(seat, sources.title);
  await window.getByRole('button', { name: sources.more }).click();
  await window.getByRole('menuitem', { name: new RegExp(sources.showTrash, 'u') }).click();
  await openSource(seat, '贡献率的证明');
  await window.getByRole('button', { name: sources.restore }).click();
  await window
    .getByRole('region', { name: sources.citedIn })
    .getByRole('button', { name: TITLE })
    .click();
  await expect.poll(() => marks(seat)).toEqual(['[1]', '[2-4]', '[1]45-58']);
});

test('what an input method composes in the picker is its own', async () => {
  const { window } = running;
  await caretAt('Home');
  await window.keyboard.press('Control+Alt+KeyC');
  const picker = window.getByRole('dialog', { name: citations.title });
  const box = picker.getByRole('combobox', { name: citations.find });
  await expect(box).toBeFocused();
  const cdp = await window.context().newCDPSession(window);
  await cdp.send('Input.imeSetComposition', {
    text: 'gongxian',
    selectionStart: 8,
    selectionEnd: 8,
  });
  for (const key of ['Enter', 'Escape', 'ArrowDown'])
    await box.dispatchEvent('keydown', { key, isComposing: true, bubbles: true });
  await expect(picker).toBeVisible();
  await expect(picker.getByRole('list', { name: citations.chosen })).toBeHidden();
  await cdp.send('Input.insertText', { text: '贡献率' });
  await expect(picker.locator('[role=option][data-active]')).toContainText('贡献率的证明');
  await window.keyboard.press('Escape');
  await expect(box).toHaveValue('');
  await window.keyboard.press('Escape');
  await expect(picker).toBeHidden();
  await expect.poll(() => marks(seat)).toHaveLength(3);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in the library, the form, the picker and the text, ${theme}`, async () => {
    const { window } = running;
    await setTheme(seat, theme);
    await goTo(seat, sources.title);
    await openSource(seat, '损失数额的认定路径');
    expect(await problems(), 'library').toEqual([]);
    await window.getByRole('button', { name: sources.edit }).click();
    expect(await problems(), 'form').toEqual([]);
    await window.keyboard.press('Escape');
    await toRecord();
    expect(await problems(), 'text').toEqual([]);
    await window.locator('.editor-citation').nth(1).click();
    expect(await problems(), 'popover').toEqual([]);
    await window.getByRole('button', { name: citations.edit }).click();
    await expect(window.getByRole('dialog', { name: citations.editTitle })).toBeVisible();
    expect(await problems(), 'picker').toEqual([]);
    await window.keyboard.press('Escape');
  });
}

/** What axe calls serious or critical. The policy forbids frames, hence the legacy mode. */
async function problems(): Promise<string[]> {
  await running.window.waitForTimeout(200);
  const { violations } = await new AxeBuilder({ page: running.window })
    .setLegacyMode(true)
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`,
      ),
    );
}
