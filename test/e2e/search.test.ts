import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { takeSeat, type Seat } from './pages/seat.ts';
import { setTheme } from './pages/settings.ts';
import { createWorkspace } from './pages/workspace.ts';

let seat: Seat;
let folder: string;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-search-'));
  seat = await takeSeat();
  const passphrase = '茶山雾里三只白鹭听雨';
  const name = '云汀市人民检察院';
  await createWorkspace(seat, { folder: join(folder, 'workspace'), name, passphrase });
  await seat.window.getByRole('button', { name: seat.words.samples.offer }).click();
  await seat.window.getByRole('option').first().waitFor();
});
test.afterAll(async () => {
  expect(await seat.complaints()).toEqual([]);
  await seat.close();
  rmSync(folder, { recursive: true, force: true });
});

const words = () => seat.words.search;
const box = () => seat.window.getByRole('combobox', { name: words().box });
const hits = () => seat.window.getByRole('listbox', { name: words().results }).getByRole('option');
const total = () => seat.window.getByTestId('search-total');
const button = (name: string) => seat.window.getByRole('button', { name, exact: true });
const marked = () =>
  seat.window.evaluate(() => [...(CSS.highlights.get('editor-hit') ?? [])].map(String));

async function ask(query: string): Promise<void> {
  await box().fill(query);
  await seat.window
    .locator(`[data-query=${JSON.stringify(query.trim())}][data-answered]`)
    .waitFor();
}

async function problems(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: seat.window }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

test('the box suggests what a field can hold, and a chip takes the condition away again', async () => {
  await box().fill('商业秘密 罪');
  await box().press('Tab');
  await expect(box()).toHaveValue('商业秘密 罪名:');
  await box().pressSequentially('侵犯商');
  await box().press('ArrowDown');
  await box().press('Enter');
  await expect(box()).toHaveValue('商业秘密 罪名:侵犯商业秘密罪 ');
  await expect(hits().first()).toContainText('商业秘密');
  const chip = seat.window.getByRole('list', { name: words().understood }).getByRole('listitem');
  await expect(chip).toHaveText('罪名:侵犯商业秘密罪');
  await button(words().removePiece('罪名:侵犯商业秘密罪')).click();
  await expect(box()).toHaveValue('商业秘密');
});

test('a malformed query says what is wrong and still finds its words', async () => {
  await ask('"岑岭');
  await expect(
    seat.window.getByText(words().problemAt('"', words().problems['quote-open'])),
  ).toBeVisible();
  await expect(hits().first()).toContainText('岑岭');
});

test('whatever is pasted into the box is answered, or a sentence says what is wrong with it', async () => {
  const pasted: Record<string, string> = {
    'ten thousand characters': '岑岭商标案'.repeat(2000),
    'more than ten thousand': '岑岭 '.repeat(5000),
    punctuation: '，。！？“”（）《》-~:*^',
    'quotation marks without a partner': '"岑岭 “商标 ("甲',
    'a thousand alternatives': Array.from({ length: 1000 }, (_, at) => `岑${at}`).join(' OR '),
    'control characters': '岑\u0007岭\u0000\u200b\u202e',
    emoji: '👍👨‍👩‍👧岑岭',
    'characters beyond the basic plane': '𠮷𠀾𪚥',
  };
  const results = seat.window.getByRole('region', { name: words().results });
  for (const [what, query] of Object.entries(pasted)) {
    await ask('商标');
    await box().evaluate((element, text) => {
      const input = element as HTMLInputElement;
      input.select();
      document.execCommand('insertText', false, text);
    }, query);
    await expect(results, what).not.toHaveAttribute('data-query', '商标');
    await expect(results, what).toHaveAttribute('data-answered', '', { timeout: 3000 });
    await expect(results.getByRole('alert'), what).toHaveCount(0);
    await expect(total(), what).toBeVisible();
    if (what === 'punctuation') {
      await expect(results).toContainText(words().nothingAsked);
    }
  }
  await ask('岑岭');
  await expect(hits().first()).toContainText('岑岭');
});

test('while an input method composes, Enter and Escape are its own', async () => {
  await ask('岑岭');
  await box().dispatchEvent('compositionstart');
  await box().press('Enter');
  await box().press('Escape');
  await expect(box()).toHaveValue('岑岭');
  await expect(seat.window.locator('.editor-section')).toHaveCount(0);
  await box().dispatchEvent('compositionend');
});

test('a hit opens at its passage, F3 goes to the next, and another query takes the marks away', async () => {
  await ask('岑岭');
  await box().press('Enter');
  const steps = seat.window.getByRole('toolbar', { name: words().hitsIn });
  await expect(steps).toBeVisible();
  const places = await marked();
  expect(places.length).toBeGreaterThan(1);
  const at = async () => Number(/\d+/.exec(await steps.getByRole('status').innerText())?.[0]);
  const first = await at();
  await seat.window.keyboard.press('F3');
  await expect.poll(at).toBe((first % places.length) + 1);
  await seat.window.keyboard.press('Shift+F3');
  await expect.poll(at).toBe(first);
  await ask('商标');
  await expect.poll(marked).toEqual([]);
  await expect(steps).toBeHidden();
});

test('what was found is counted, filtered, turned round and let go again', async () => {
  await ask('商标');
  const all = await total().innerText();
  await button(words().facets).click();
  const panel = seat.window.getByRole('dialog', { name: words().facets });
  await panel.getByRole('checkbox', { name: seat.words.kinds.precedent }).click();
  await expect(total()).not.toHaveText(all);
  expect(await problems(), 'facets').toEqual([]);
  await seat.window.keyboard.press('Escape');
  const only = await total().innerText();
  const chips = seat.window.getByRole('list', { name: words().filtersOn });
  await chips.getByRole('button', { name: words().exclude(seat.words.kinds.precedent) }).click();
  await expect(total()).not.toHaveText(only);
  await expect(chips).toContainText(words().excluded(seat.words.kinds.precedent));
  await button(words().clearFilters).click();
  await expect(total()).toHaveText(all);
});

test('several hits are chosen and tagged together', async () => {
  await ask('商标');
  await hits()
    .nth(0)
    .click({ modifiers: ['Control'] });
  await hits()
    .nth(1)
    .click({ modifiers: ['Control'] });
  const { fields } = seat.words;
  const bar = seat.window.getByRole('toolbar', { name: fields.chosen('2') });
  await bar.getByRole('button', { name: fields.tagChosen }).click();
  await seat.window.getByRole('combobox', { name: fields.tagAdd }).fill('重点');
  await seat.window.keyboard.press('Enter');
  await button(fields.tagNow).click();
  await ask('标签:重点');
  await expect(hits()).toHaveCount(2);
});

test('a saved search stands in the navigation; the history offers what was searched for and forgets it', async () => {
  await ask('岑岭');
  await button(words().save).click();
  const dialog = seat.window.getByRole('dialog', { name: words().saveTitle });
  await dialog.getByLabel(words().saveName).fill('岑岭茶');
  await seat.window.keyboard.press('Enter');
  const saved = seat.window.getByRole('navigation').getByRole('button', { name: '岑岭茶' });
  await expect(saved).toHaveAttribute('aria-current', 'page');
  await box().fill('');
  await saved.click();
  await expect(box()).toHaveValue('岑岭');
  await button(words().clear).click();
  await box().focus();
  await box().press('ArrowDown');
  await box().press('Enter');
  await expect(box()).not.toHaveValue('');
  await box().fill('');
  await button(words().clearHistory).click();
  await expect(button(words().clearHistory)).toBeHidden();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in search, ${theme}`, async () => {
    await setTheme(seat, theme);
    await ask('"岑岭 标题:茶 -商标 罪');
    expect(await problems(), 'results').toEqual([]);
    await box().press('Escape');
    await button(words().help).click();
    expect(await problems(), 'help').toEqual([]);
    await seat.window.keyboard.press('Escape');
    await box().fill('');
  });
}
