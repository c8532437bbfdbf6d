import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { answerOpenDialog } from '../support/dialogs.ts';
import { wordFile } from '../support/word-file.ts';
import { setUpDesk, type Desk } from './pages/writing.ts';

const words = wordsOf('zh-CN');
const { imports, records, kinds, skipReasons } = words;
let desk: Desk;
let running: RunningApp;
let folder: string;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-import-'));
  desk = setUpDesk();
  running = await desk.open();
});
test.afterEach(async () => {
  await running.close();
  desk.cleanUp();
  rmSync(folder, { recursive: true, force: true });
});

const story = (name: string) =>
  `${name}销售假冒注册商标的商品案\n【基本案情】${name}在云汀市望舒区租用仓库，将外地茶叶装入岑岭包装袋后批发。\n【典型意义】推动行业规范经营。\n`;

function writeFiles(): void {
  writeFileSync(join(folder, '1.txt'), story('林某'));
  writeFileSync(join(folder, '2.txt'), `${story('林某')}补充一句。`);
  writeFileSync(
    join(folder, '3.txt'),
    story('周某某').replace(/[^\n]*岑岭[^\n]*/u, '【基本案情】有声读物网站侵权。'),
  );
  writeFileSync(join(folder, '4.txt'), `机密★10年\n${story('何某甲')}`);
  writeFileSync(join(folder, '5.doc'), 'x');
  writeFileSync(join(folder, '6.wps'), 'x');
}

test('a folder is looked at, kinds are set together, one is left out, and the report gives the reasons', async () => {
  writeFiles();
  const { window, electron } = running;
  await window.getByRole('button', { name: records.importFiles, exact: true }).first().click();
  await answerOpenDialog(electron, [folder]);
  const dialog = window.getByRole('dialog', { name: records.importTitle });
  await dialog.getByRole('button', { name: records.chooseFolder, exact: true }).click();
  await dialog.getByRole('button', { name: imports.look }).click();

  const preview = window.getByRole('dialog', { name: imports.title });
  const row = (name: string) => preview.getByRole('option').filter({ hasText: name });
  await expect(preview.getByRole('status')).toContainText(imports.willTake('3'));
  await expect(row('1.txt')).toContainText('基本案情');
  await expect(row('2.txt')).toContainText(imports.nearText('林某销售假冒注册商标的商品案'));
  await expect(preview).toContainText(skipReasons['file-state-secret']);
  await expect(preview).toContainText(skipReasons['file-old-word']);

  const setKind = async (kind: string) => {
    await preview.getByRole('combobox', { name: imports.setKind }).click();
    await window.getByRole('option', { name: kind, exact: true }).click();
  };
  await preview.getByRole('button', { name: imports.selectAll }).click();
  await setKind(kinds.precedent);
  await expect(row('3.txt')).toContainText(kinds.precedent);
  await preview.getByRole('button', { name: imports.selectNear }).click();
  await setKind(imports.leaveOut);
  await expect(preview.getByRole('status')).toContainText(imports.willTake('2'));
  await preview.getByRole('button', { name: records.importNow }).click();

  const report = window.getByRole('dialog', { name: records.importDone });
  await expect(report).toContainText(records.importedCount('2'));
  await expect(report).toContainText(skipReasons['file-old-word']);
  await report.getByRole('button', { name: words.app.close, exact: true }).last().click();
  const precedents = window.getByRole('navigation').getByText(kinds.precedent).first();
  await precedents.click();
  await expect(window.getByRole('option').filter({ hasText: '周某某销售假冒' })).toBeVisible();
  await expect(window.getByRole('option').filter({ hasText: '林某销售假冒' })).toBeVisible();
});

test('what is there already is shown as such, so that a second look takes up where the first stopped', async () => {
  writeFileSync(join(folder, '1.txt'), story('林某'));
  const { window, electron } = running;
  for (const round of [1, 2]) {
    await window.getByRole('button', { name: records.importFiles, exact: true }).first().click();
    await answerOpenDialog(electron, [folder]);
    const dialog = window.getByRole('dialog', { name: records.importTitle });
    await dialog.getByRole('button', { name: records.chooseFolder, exact: true }).click();
    await dialog.getByRole('button', { name: imports.look }).click();
    const preview = window.getByRole('dialog', { name: imports.title });
    if (round === 1) {
      await preview.getByRole('button', { name: records.importNow }).click();
      const report = window.getByRole('dialog', { name: records.importDone });
      await report.getByRole('button', { name: words.app.close, exact: true }).last().click();
      continue;
    }
    await expect(preview.getByRole('status')).toContainText(imports.known('1'));
    await expect(preview.getByRole('option')).toContainText(imports.isKnown);
    await expect(preview.getByRole('button', { name: records.importNow })).toBeDisabled();
  }
});

test('a text that much resembles a record is merged into it, and the text before stays in its history', async () => {
  writeFileSync(join(folder, '1.txt'), story('林某'));
  const { window, electron } = running;
  const look = async () => {
    await window.getByRole('button', { name: records.importFiles, exact: true }).first().click();
    await answerOpenDialog(electron, [folder]);
    const dialog = window.getByRole('dialog', { name: records.importTitle });
    await dialog.getByRole('button', { name: records.chooseFolder, exact: true }).click();
    await dialog.getByRole('button', { name: imports.look }).click();
    return window.getByRole('dialog', { name: imports.title });
  };
  const finish = async (text: string) => {
    const report = window.getByRole('dialog', { name: records.importDone });
    await expect(report).toContainText(text);
    await report.getByRole('button', { name: words.app.close, exact: true }).last().click();
  };
  await (await look()).getByRole('button', { name: records.importNow }).click();
  await finish(records.importedCount('1'));
  writeFileSync(join(folder, '2.txt'), `${story('林某')}补充一句。`);
  const preview = await look();
  await preview.getByRole('button', { name: imports.selectNear }).click();
  await preview.getByRole('combobox', { name: imports.setKind }).click();
  await window.getByRole('option', { name: imports.merge, exact: true }).click();
  await expect(preview.getByRole('option').filter({ hasText: '2.txt' })).toContainText(
    imports.merge,
  );
  await preview.getByRole('button', { name: records.importNow }).click();
  await finish(imports.merged('1'));
  const merged = window.getByRole('option').filter({ hasText: '林某销售假冒' });
  await expect(merged).toHaveCount(1);
  await merged.click();
  await expect(window.locator('.editor-section').filter({ hasText: '补充一句' })).toBeVisible();
});

test('what others did in a Word file is asked about, before and after: by the look, and where nobody looked', async () => {
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
  const body =
    `<w:p>${run('林某销售假冒注册商标的商品案')}</w:p><w:p>${run('【基本案情】')}</w:p>` +
    `<w:p><w:del w:id="1" w:author="周某某"><w:r><w:delText>检查机关</w:delText></w:r></w:del>` +
    `<w:ins w:id="2" w:author="周某某">${run('检察机关')}</w:ins>` +
    `<w:commentRangeStart w:id="3"/>${run('依法提起公诉')}<w:commentRangeEnd w:id="3"/></w:p>`;
  const comments = `<w:comment w:id="3" w:author="何某甲" w:date="2026-03-01T09:30:00Z"><w:p>${run('请写明日期。')}</w:p></w:comment>`;
  writeFileSync(join(folder, '送审稿.docx'), await wordFile({ body, comments }));
  const { window, electron } = running;
  const open = async () => {
    await window.getByRole('button', { name: records.importFiles, exact: true }).first().click();
    await answerOpenDialog(electron, [folder]);
    const dialog = window.getByRole('dialog', { name: records.importTitle });
    await dialog.getByRole('button', { name: records.chooseFolder, exact: true }).click();
    return dialog;
  };
  const question = window.getByRole('region', { name: imports.changes.title });
  await (await open()).getByRole('button', { name: imports.look }).click();
  await expect(question).toContainText(imports.changes.found('1', '2', '1'));
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id }) => id)).toEqual([]);
  await window.keyboard.press('Escape');

  await (await open()).getByRole('button', { name: records.importNow }).click();
  const report = window.getByRole('dialog', { name: records.importDone });
  await expect(report).toContainText(records.nothingImported);
  await expect(question).toContainText(imports.changes.found('1', '2', '1'));
  await question.getByRole('radio', { name: imports.changes.original }).check();
  await report.getByRole('button', { name: imports.changes.take('1') }).click();
  await expect(report).toContainText(records.importedCount('1'));
  await report.getByRole('button', { name: records.openImported }).click();
  const facts = window.locator('[data-section="facts"] .editor-section-body').first();
  await expect(facts).toHaveText('检查机关依法提起公诉');
  const panel = window.getByRole('region', { name: words.comments.title, exact: true });
  await expect(panel.getByRole('listitem')).toContainText('请写明日期。');
  await expect(panel.getByRole('listitem')).toContainText('何某甲');
});
