import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { markedRuns } from '../../shared/comments/marks-in-document.ts';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { comment, panelOf, selectWords, threadsIn, underlined } from './pages/comments.ts';
import { goTo } from './pages/navigation.ts';
import { openRecord, waitUntilSaved } from './pages/records.ts';
import type { Seat } from './pages/seat.ts';
import { setTheme } from './pages/settings.ts';
import { setUpDesk, TITLE, type Desk } from './pages/writing.ts';

const words = wordsOf('zh-CN');
const { comments } = words;
let desk: Desk;
let running: RunningApp;
let seat: Seat;

test.beforeEach(async () => {
  desk = setUpDesk();
  running = await desk.open();
  seat = { ...running, words };
  await line().click();
});
test.afterEach(async () => {
  await running.close();
  desk.cleanUp();
});

const facts = () => seat.window.locator('[data-section="facts"] .editor-section-body').first();
const line = () => facts().locator('p').first();
async function write(text: string): Promise<void> {
  for (const key of ['Home', 'Shift+End', 'Delete']) await press(key);
  await seat.window.keyboard.insertText(text);
}
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await seat.window.keyboard.press(key, { delay: 15 });
}

const caret = () =>
  seat.window.evaluate(() => {
    const { anchorNode, anchorOffset } = getSelection() ?? {};
    return [anchorNode?.textContent, anchorOffset];
  });

test('a comment follows its passage through writing, dividing, cutting, undoing; and outlives it', async () => {
  await write('林某销售岑岭茶叶一批。');
  await selectWords(seat, 4, 4);
  await comment(seat, '请核对商标');
  const [card] = [threadsIn(seat).first()];
  await expect(card).toContainText('岑岭茶叶');
  await expect(card).toContainText('请核对商标');
  await expect.poll(() => underlined(seat)).toEqual(['岑岭茶叶']);

  // Writing before it and in it, and dividing the paragraph in it.
  await press('Home');
  await seat.window.keyboard.insertText('经查，');
  await selectWords(seat, 9, 0);
  await seat.window.keyboard.insertText('牌');
  await expect.poll(() => underlined(seat)).toEqual(['岑岭牌茶叶']);
  await press('Enter');
  await expect.poll(() => underlined(seat)).toEqual(['岑岭牌', '茶叶']);
  await press('Backspace');
  await expect.poll(() => underlined(seat)).toEqual(['岑岭牌茶叶']);

  // Undo goes behind the comment and leaves it on its words.
  for (let at = 0; at < 4; at += 1) await press('Control+z');
  await expect(line()).toHaveText('林某销售岑岭茶叶一批。');
  await expect.poll(() => underlined(seat)).toEqual(['岑岭茶叶']);

  // Copied it stays, cut it moves; the clipboard has nothing of it.
  await press('Home', 'Shift+End', 'Control+c', 'End', 'Enter', 'Control+v');
  await expect.poll(() => underlined(seat)).toEqual(['岑岭茶叶']);
  await press('Home', 'Shift+End', 'Delete', 'ArrowUp', 'Home', 'Shift+End', 'Control+x');
  await expect(card).toContainText(comments.removed);
  await press('ArrowDown', 'Control+v');
  await expect(card).not.toContainText(comments.removed);
  await expect.poll(() => underlined(seat)).toEqual(['岑岭茶叶']);

  await press('Home', 'Shift+End', 'Delete');
  await expect(card).toContainText(`${comments.removed}岑岭茶叶`);
  await expect(card).toContainText('请核对商标');
  await card.getByRole('button', { name: comments.resolve, exact: true }).click();
  await panelOf(seat).getByText(comments.shown.done, { exact: true }).click();
  await expect(card).toContainText(comments.decisions.resolved);
});

test('a suggestion is answered and accepted in one step, by keyboard alone; the decision stays', async () => {
  await write('检查机关依法审查。');
  await selectWords(seat, 0, 4);
  await comment(seat, '应为检察', '检察机关');
  await expect(threadsIn(seat).first().locator('ins')).toHaveText('检察机关');
  // The list says how much is to be settled.
  const inList = seat.window.getByText(words.listing.openComments('1'), { exact: true });
  await expect(inList).toHaveCount(1);
  await press('End', 'F8');
  await expect.poll(caret).toEqual(['检查机关', 1]);
  await press('Control+Alt+m');
  await expect(threadsIn(seat).first().locator('[data-passage]')).toBeFocused();
  await press('Tab', 'Enter');
  await seat.window.keyboard.insertText('同意');
  await press('Control+Enter');
  await expect(threadsIn(seat).first()).toContainText('同意');
  await threadsIn(seat).first().getByRole('button', { name: comments.accept, exact: true }).focus();
  await press('Enter');
  await expect(line()).toHaveText('检察机关依法审查。');
  await expect(threadsIn(seat).first()).toContainText(comments.decisions.accepted);
  await expect(inList).toHaveCount(0);
  await line().click();
  await press('Control+z');
  await expect(line()).toHaveText('检查机关依法审查。');
  await press('Control+y');
  await expect(line()).toHaveText('检察机关依法审查。');
  await waitUntilSaved(seat);
  await running.close();
  const runs = markedRuns(desk.stored().document);
  expect(
    runs.flatMap(({ text, marks }) => marks.map((one) => text.slice(one.start, one.end))),
  ).toEqual(['检察机关']);
  running = await desk.open();
  seat = { ...running, words };
  await panelOf(seat).getByText(comments.shown.done, { exact: true }).click();
  await expect(threadsIn(seat).first()).toContainText('同意');
});

test('what is copied or cut brings nothing of a comment to the clipboard', async () => {
  await write('林某销售岑岭茶叶一批。');
  await selectWords(seat, 4, 4);
  await comment(seat, '独孤求败');
  const held = seat.window.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener(
          'copy',
          ({ clipboardData }) => {
            const types = [...(clipboardData?.types ?? [])];
            resolve(
              types.map((type) => `${type}: ${clipboardData?.getData(type) ?? ''}`).join('\n'),
            );
          },
          { once: true },
        );
      }),
  );
  await press('Home', 'Shift+End', 'Control+c');
  const clipboard = await held;
  expect(clipboard).toContain('text/html: ');
  expect(clipboard).toContain('岑岭茶叶');
  expect(clipboard).not.toMatch(/marks|独孤|[0-9a-f]{8}-[0-9a-f]{4}-4/u);
});

test('the panel lists in the order of the text, steps from one to the next, and can be read in the dark', async () => {
  await write('甲乙丙丁戊己庚辛');
  await selectWords(seat, 4, 2);
  await comment(seat, '后');
  await selectWords(seat, 0, 2);
  await comment(seat, '前');
  await expect(threadsIn(seat).locator('[data-passage]')).toHaveText(['甲乙', '戊己']);
  await press('F8');
  await expect(panelOf(seat).locator('li[data-active]')).toContainText('戊己');
  await press('Shift+F8');
  await expect(panelOf(seat).locator('li[data-active]')).toContainText('甲乙');
  await seat.window.getByRole('button', { name: comments.mark('2', '甲乙') }).click();
  await expect(threadsIn(seat).locator('[data-passage]').first()).toBeFocused();
  await press('ArrowDown');
  await expect(threadsIn(seat).locator('[data-passage]').nth(1)).toBeFocused();
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(seat, theme);
    await goTo(seat, words.records.all);
    await openRecord(seat, TITLE);
    await expect(threadsIn(seat)).toHaveCount(2);
    const { violations } = await new AxeBuilder({ page: seat.window })
      .setLegacyMode(true)
      .analyze();
    expect(
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id }) => id),
    ).toEqual([]);
  }
});
