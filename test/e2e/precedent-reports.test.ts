import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { goTo } from './pages/navigation.ts';
import { importFiles, openRecord } from './pages/records.ts';
import { takeSeat, type Seat } from './pages/seat.ts';
import { setTheme } from './pages/settings.ts';
import { createWorkspace } from './pages/workspace.ts';

// One after the other: each goes on where the last one stopped.
test.describe.configure({ mode: 'serial' });

let seat: Seat;
let folder: string;
const MATTER = '折枝文化传媒有限公司与赵某某侵害商标权纠纷抗诉案';
const NAME = '独孤求败';

test.beforeAll(async () => {
  test.setTimeout(90_000);
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-precedents-'));
  seat = await takeSeat();
  await createWorkspace(seat, {
    folder: join(folder, 'workspace'),
    name: '云汀市人民检察院',
    passphrase: '茶山雾里三只白鹭听雨',
  });
  await seat.window.getByRole('button', { name: seat.words.samples.offer }).click();
  await seat.window.getByRole('option').first().waitFor();
});
test.afterAll(async () => {
  expect(await seat.complaints()).toEqual([]);
  await seat.close();
  rmSync(folder, { recursive: true, force: true });
});

const words = () => seat.words.precedentReports;
const button = (name: string) => seat.window.getByRole('button', { name, exact: true });
const queryOf = (purpose: string) =>
  seat.window.getByRole('textbox', { name: `${purpose}：${words().query}` });
const hits = () => seat.window.getByRole('region', { name: words().hits }).getByRole('listitem');
const hit = (title: string) => hits().filter({ hasText: title });

async function importPrecedent(name: string, text: string): Promise<void> {
  const file = join(folder, `${name}.md`);
  writeFileSync(file, `# ${name}\n\n## 基本案情\n\n${text}\n`);
  await importFiles(seat, 'precedent', [file]);
}

async function problems(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: seat.window }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

test('from a record the three searches are offered, changed and run by keyboard', async () => {
  const { window } = seat;
  await importPrecedent(`${NAME}假冒注册商标案`, `被告人${NAME}销售。`);
  await goTo(seat, seat.words.kinds['typical-case']);
  await openRecord(seat, MATTER);
  await button(words().open).focus();
  await window.keyboard.press('Enter');
  const { guiding, object, party } = seat.words.searchPurposes;
  await expect(queryOf(guiding)).not.toHaveValue('');
  await expect(queryOf(object)).toHaveValue(/折枝/u);
  await queryOf(party).focus();
  await window.keyboard.type(`"${NAME}`);
  await expect(window.getByText(seat.words.search.problems['quote-open'])).toBeVisible();
  await window.keyboard.type('"');
  expect(await problems(), 'offer').toEqual([]);
  await window.keyboard.press('Enter');
  await expect(hit(`${NAME}假冒`)).toBeVisible();
  await expect(hit(`${NAME}假冒`)).toContainText(party);
  await expect(window.getByText(words().notWritten)).toBeVisible();
});

test('hits are read, judged with a reason, and the judgment is kept', async () => {
  const { window } = seat;
  const card = hit(`${NAME}假冒`);
  await card.getByRole('button', { name: words().readText }).press('Enter');
  await expect(card.getByRole('region')).toContainText(`被告人${NAME}销售。`);
  await card.getByRole('radio', { name: words().noVerdict }).focus();
  await window.keyboard.press('ArrowRight');
  await expect(card.getByRole('radio', { name: seat.words.verdicts.applicable })).toBeChecked();
  await card.getByRole('textbox').fill(`${NAME}的手法相同`);
  await window.keyboard.press('Tab');
  await window.locator('label').filter({ hasText: seat.words.verdicts.applicable }).first().click();
  await expect(hits()).toHaveCount(1);
  for (const theme of ['dark', 'light'] as const) {
    await setTheme(seat, theme);
    await goToReport();
    expect(await problems(), theme).toEqual([]);
  }
});

test('the report is written with a pseudonym for the name, and says when it no longer holds', async () => {
  const { window } = seat;
  await button(words().write).press('Enter');
  await expect(window.getByText(/写入报告$/u).last()).toBeVisible();
  await importPrecedent(`${NAME}另案`, '另案。');
  await goToReport();
  await button(words().refresh).click();
  await expect(window.getByText(words().ran('1', '0', '0'))).toBeVisible();
  await expect(hit(`${NAME}另案`)).toContainText(seat.words.hitChanges.new);
  await expect(hit(`${NAME}假冒`).getByRole('textbox')).toHaveValue(`${NAME}的手法相同`);
  await expect(window.getByText(words().isStale)).toBeVisible();
  await button(words().openReport).click();
  const text = window.locator('.editor-section').filter({ hasText: '甄别意见' });
  await expect(text).toContainText('独孤某的手法相同');
  const all = await window.locator('.editor-section').allInnerTexts();
  expect(all.join('\n')).not.toContain(NAME);
});

test('what is searched for in the box is noted in a report, and further searches are added', async () => {
  const { window } = seat;
  await window.keyboard.press('Control+f');
  await window.getByRole('combobox', { name: seat.words.search.box }).fill('岑岭');
  await window.locator('[data-query="岑岭"][data-answered]').waitFor();
  await button(words().saveAs).press('Enter');
  const dialog = window.getByRole('dialog', { name: words().saveAs });
  await dialog.getByLabel(words().reportTitle).fill('岑岭商标类案检索报告');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('岑岭商标类案检索报告');
  await expect(hits().first()).toContainText('岑岭');
  await expect(queryOf(seat.words.searchPurposes.other)).toHaveValue('岑岭');
  await button(words().add).click();
  await window.keyboard.type('无此案例');
  await window.keyboard.press('Enter');
  await expect(window.getByText(/命中 0 份/u)).toBeVisible();
});

async function goToReport(): Promise<void> {
  await goTo(seat, seat.words.kinds['precedent-search-report']);
  await openRecord(seat, MATTER);
  await button(words().open).click();
  await expect(hits().first()).toBeVisible();
}
