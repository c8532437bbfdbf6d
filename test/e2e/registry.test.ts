import AxeBuilder from '@axe-core/playwright';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { answerOpenDialog, answerSaveDialog } from '../support/dialogs.ts';
import { goTo } from './pages/navigation.ts';
import { enrolOffice } from './pages/points.ts';
import { officeRows, setUpRegistryDesk, tileOf, type RegistryDesk } from './pages/registry.ts';
import type { Seat } from './pages/seat.ts';
import { setTheme } from './pages/settings.ts';

const words = wordsOf('zh-CN');
const { caseload, designation, registry, situation } = words;
let desk: RegistryDesk;
let running: RunningApp;
let seat: Seat;

// One story: each goes on where the one before it ended.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  desk = setUpRegistryDesk(true);
  running = await desk.open();
  seat = { ...running, words };
});
test.afterAll(async () => {
  expect(await running.complaints()).toEqual([]);
  await running.close();
  desk.cleanUp();
});

const file = (name: string) => path.join(desk.folder, name);
const importTable = async (name: string, text: string) => {
  writeFileSync(file(name), text);
  await answerOpenDialog(running.electron, [file(name)]);
  await running.window.getByRole('button', { name: registry.more }).click();
  await running.window.getByRole('menuitem', { name: registry.importFile }).click();
  return running.window.getByRole('dialog', { name: registry.preview });
};

test('a table is shown row by row before anything is taken, what is wrong by line and sentence', async () => {
  const { window } = running;
  await goTo(seat, registry.title);
  await expect(officeRows(seat)).toHaveCount(14);
  const dialog = await importTable(
    'points.csv',
    '单位名称,地区,批次\n临江市人民检察院,四川,2024\n某某检察院,江岚省,2024\n云汀市人民检察院（示例）,江苏,2024\n',
  );
  await expect(dialog.getByRole('option')).toHaveCount(3);
  await expect(dialog.getByRole('option').first()).toContainText(registry.line('3'));
  await expect(dialog.getByRole('option').first()).toContainText(
    registry.problemAt(registry.problems['region-unknown'], '江岚省'),
  );
  await expect(dialog.getByRole('option').nth(1)).toContainText('2022 年、2024 年 → 2024 年');
  await window.keyboard.press('Escape');
  await expect(officeRows(seat)).toHaveCount(14);

  const again = await importTable('points.csv', '单位名称,地区,批次\n临江市人民检察院,四川,2024\n');
  await expect(again.getByRole('button', { name: registry.takeAll('1') })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByText(registry.imported('1', '0'))).toBeVisible();
  await expect(officeRows(seat)).toHaveCount(15);
});

test('an office is added, found and corrected with the keyboard alone', async () => {
  const { window } = running;
  const { keyboard } = window;
  await window.getByRole('button', { name: registry.add }).focus();
  await keyboard.press('Enter');
  const form = window.getByRole('dialog', { name: registry.newTitle });
  await expect(form.getByRole('textbox', { name: registry.fields.name })).toBeFocused();
  await keyboard.press('Enter');
  await expect(form).toContainText(registry.nameWrong);
  await keyboard.insertText('海南省云屿市人民检察院');
  await keyboard.press('Tab');
  await expect(form.getByRole('combobox', { name: registry.fields.region })).toHaveValue('海南省');
  await keyboard.press('Escape');
  await keyboard.press('Enter');
  await expect(form).toBeHidden();
  await expect(
    window.getByRole('heading', { level: 1, name: '海南省云屿市人民检察院' }),
  ).toBeVisible();

  await window.getByRole('textbox', { name: registry.find }).focus();
  await keyboard.insertText('云屿');
  await expect(officeRows(seat)).toHaveCount(1);
  await window.getByRole('listbox', { name: registry.listOf }).focus();
  await keyboard.press('Enter');
  await window.getByRole('button', { name: caseload.enter }).focus();
  await keyboard.press('Enter');
  const figures = window.getByRole('dialog', {
    name: caseload.enterTitle('海南省云屿市人民检察院'),
  });
  await figures.getByRole('textbox', { name: caseload.period }).fill('2025年');
  await figures.getByRole('textbox', { name: '民事检察监督' }).fill('x');
  await keyboard.press('Enter');
  await expect(figures).toContainText(caseload.countWrong);
  await figures.getByRole('textbox', { name: '民事检察监督' }).fill('12');
  await keyboard.press('Enter');
  await expect(window.getByText(caseload.saved('2025'))).toBeVisible();
  await expect(
    window.getByRole('table').getByRole('row', { name: '民事检察监督 12' }),
  ).toBeVisible();
  await window.getByRole('textbox', { name: registry.find }).fill('');
});

test('an enrolled card is linked to the office it may be, in one step that can be undone', async () => {
  const { window } = running;
  const hint = window.getByRole('complementary', { name: registry.suggestionTitle('1') });
  await expect(hint).toContainText('远汀垦区人民检察院');
  await hint.getByRole('button', { name: registry.link }).click();
  await expect(hint).toBeHidden();
  await window.getByRole('button', { name: registry.undo }).click();
  await expect(hint).toBeVisible();
});

test('enrolling a card offers the office of the registry whose name is most alike', async () => {
  const { window } = running;
  writeFileSync(file('lin.jzcard'), desk.card.text);
  await enrolOffice(seat, file('lin.jzcard'), desk.card.fingerprint);
  await window.getByRole('button', { name: registry.offerLink('临江市人民检察院') }).click();
  await expect(window.getByText(registry.linked('临江市人民检察院'))).toBeVisible();
});

test('tiles are walked with the arrows, and each number opens what it counts', async () => {
  const { window } = running;
  const { keyboard } = window;
  await goTo(seat, situation.title);
  const main = window.getByRole('main', { name: situation.title });
  await main.getByText(situation.measures.submissions, { exact: true }).click();
  await tileOf(seat, '北京').focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await keyboard.press(key);
  await expect(tileOf(seat, '江苏')).toBeFocused();
  const name = await tileOf(seat, '江苏').textContent();
  const submissions = /报送 (\d+)/u.exec(name ?? '')?.[1] ?? '';
  expect(Number(submissions)).toBeGreaterThan(0);
  await keyboard.press('Enter');
  const list = window.getByRole('complementary', { name: situation.listTitle });
  await expect(list).toContainText(situation.recordsOf('江苏省'));
  await expect(list).toContainText(situation.records(submissions));

  await test.step('the table says the same', async () => {
    await main.getByText(situation.table, { exact: true }).click();
    const row = main.getByRole('row', { name: /^江苏省/u });
    await expect(row.getByRole('button').nth(1)).toHaveText(submissions);
    await row.getByRole('button').first().click();
    await expect(list).toContainText(situation.offices('2'));
    await main.getByText(situation.tiles, { exact: true }).click();
  });

  await test.step('months, keywords, silence', async () => {
    const bars = main.getByRole('group', { name: situation.trend }).getByRole('button');
    await bars.last().focus();
    await keyboard.press('ArrowLeft');
    await expect(bars.nth((await bars.count()) - 2)).toBeFocused();
    await keyboard.press('Enter');
    await expect(list).toContainText(/^20\d\d-\d\d · 报送/u);
    await main.getByRole('button', { name: /^商标 ?\d+ 份/u }).click();
    await expect(list.getByRole('option').first()).toContainText('林某假冒注册商标案');
    await main.getByRole('button', { name: /个联系点久无来件$/u }).click();
    await expect(list.getByRole('option').first()).toBeVisible();
    await expect(list.getByRole('radio', { name: situation.byRegion })).toHaveCount(0);
  });

  await test.step('a record of a list opens where others’ records are', async () => {
    await tileOf(seat, '江苏').click();
    const [title = ''] = await list.getByRole('option').first().locator('p').allTextContents();
    await list.getByRole('listbox').focus();
    await keyboard.press('Enter');
    const navigation = window.getByRole('navigation', { name: words.app.navigation });
    await expect(navigation.locator('[aria-current=page]')).toContainText(
      words.search.libraries.received,
    );
    await expect(window.getByRole('main').getByText(title).first()).toBeVisible();
    await goTo(seat, situation.title);
    await main.getByRole('button', { name: /个联系点久无来件$/u }).click();
  });

  await test.step('offices are ranked only once somebody wants it', async () => {
    await main.getByRole('button', { name: situation.more }).click();
    await window.getByRole('menuitem', { name: situation.settingsTitle }).click();
    await window.getByRole('switch', { name: situation.ranking }).check({ force: true });
    await keyboard.press('Enter');
    await expect(window.getByRole('dialog')).toBeHidden();
    await expect(list.getByText(situation.byRegion)).toBeVisible();
  });
});

test('candidates stand by region, are chosen with reasons, and the decision goes on record', async () => {
  const { window, electron } = running;
  const { keyboard } = window;
  await goTo(seat, designation.title);
  const side = window.getByRole('complementary', { name: designation.side });
  const rows = window.getByRole('listbox', { name: designation.listOf }).getByRole('option');
  await expect(rows.first()).toContainText('北京市');
  await window.getByRole('listbox', { name: designation.listOf }).focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  const sum = side.getByRole('row', { name: new RegExp(`^${designation.sum}`, 'u') });
  const before = await sum.textContent();
  await side
    .getByRole('textbox', { name: designation.weightOf(designation.factors.caseload), exact: true })
    .fill('5');
  await expect(sum).not.toHaveText(before ?? '');
  await side.getByRole('checkbox', { name: designation.countsPoints }).uncheck();
  await expect(side).toContainText(designation.uncoveredCount('31'));

  await window.getByRole('button', { name: designation.decide }).click();
  const dialog = window.getByRole('dialog', { name: designation.decideTitle });
  await keyboard.press('Enter');
  await expect(dialog).toContainText(designation.nameWrong);
  await dialog.getByRole('textbox', { name: designation.decisionName }).fill('2026 年增补');
  await dialog.getByRole('textbox', { name: designation.reasons }).fill('四项职能齐备');
  await dialog.getByRole('button', { name: designation.record }).click();
  await expect(side).toContainText('四项职能齐备');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'false');
  await answerSaveDialog(electron, file('board.csv'));
  await side.getByRole('button', { name: designation.exportDecision('2026 年增补') }).click();
  await expect.poll(() => existsSync(file('board.csv'))).toBe(true);
  expect(readFileSync(file('board.csv'), 'utf8')).toContain('四项职能齐备');
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on the pages of a desk, ${theme}`, async () => {
    const { window } = running;
    const problems = async () => {
      await window.waitForTimeout(200);
      const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map(
            ({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`,
          ),
        );
    };
    await goTo(seat, words.settings.title);
    await setTheme(seat, theme);
    await goTo(seat, registry.title);
    await officeRows(seat).filter({ hasText: '云汀' }).click();
    expect(await problems(), 'registry').toEqual([]);
    await window.getByRole('button', { name: registry.edit }).click();
    expect(await problems(), 'office form').toEqual([]);
    await window.keyboard.press('Escape');
    await goTo(seat, situation.title);
    const measures = { light: ['points', 'lastAt'], dark: ['submissions', 'caseload'] } as const;
    for (const measure of measures[theme]) {
      await window
        .getByRole('main')
        .getByText(situation.measures[measure], { exact: true })
        .first()
        .click();
      await tileOf(seat, '江苏').click();
      expect(await problems(), measure).toEqual([]);
    }
    await window.getByRole('main').getByText(situation.table, { exact: true }).click();
    expect(await problems(), 'table').toEqual([]);
    await window.getByRole('main').getByText(situation.tiles, { exact: true }).click();
    await goTo(seat, designation.title);
    await window.getByRole('listbox', { name: designation.listOf }).focus();
    expect(await problems(), 'designation').toEqual([]);
  });
}
