import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { wordFile } from '../support/word-file.ts';
import { openEditorPage, type EditorOnPage } from './pages/editor-page.ts';

// What a real LibreOffice makes of a Word file, as its clipboard has it, pasted.

const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
const item = (text: string, list: number, level = 0) =>
  paragraph(
    run(text),
    `<w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="${String(list)}"/></w:numPr>`,
  );
const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
const body = [
  paragraph(run('查明的事实'), '<w:pStyle w:val="Heading2"/>'),
  paragraph(
    run('周某某') +
      run('明知', '<w:b/>') +
      run('是侵权音频') +
      '<w:r><w:footnoteReference w:id="2"/></w:r>' +
      run('仍上架。'),
  ),
  item('固定电子数据', 3),
  item('扣押清单', 3, 1),
  item('听证', 3),
  '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>' +
    `<w:tr>${cell('批次', '<w:vMerge w:val="restart"/>')}${cell('数量和金额', '<w:gridSpan w:val="2"/>')}</w:tr>` +
    `<w:tr>${cell('', '<w:vMerge/>')}${cell('红茶')}${cell('12.5')}</w:tr></w:tbl>`,
  paragraph(run('二〇二六年三月'), '<w:jc w:val="right"/>'),
].join('');
const footnotes = `<w:footnote w:id="2">${paragraph('<w:r><w:footnoteRef/></w:r>' + run('《云汀夜话》全集。'))}</w:footnote>`;

let editor: EditorOnPage & { close: () => Promise<void> };
let folder: string;
test.beforeAll(async () => {
  editor = await openEditorPage();
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-paste-'));
});
test.afterAll(async () => {
  await editor.close();
  rmSync(folder, { recursive: true, force: true });
});

test('headings, bold, notes, lists and tables with merged cells come from a real LibreOffice', async () => {
  test.setTimeout(90_000);
  writeFileSync(join(folder, 'draft.docx'), await wordFile({ body, footnotes }));
  const office = `-env:UserInstallation=file://${join(folder, 'office')}`;
  const { status, error } = spawnSync(
    'soffice',
    ['--headless', office, '--convert-to', 'html', 'draft.docx'],
    { cwd: folder, timeout: 80_000 },
  );
  test.skip(error !== undefined, 'needs LibreOffice');
  expect(status).toBe(0);
  const html = readFileSync(join(folder, 'draft.html'), 'utf8');
  await editor.show();
  await editor.caretIn('facts');
  await editor.paste({ 'text/html': html, 'text/plain': '文字' });
  expect(await editor.lines('facts')).toEqual([
    '## 查明的事实',
    '周某某*明知*是侵权音频仍上架。',
    '1. 固定电子数据\n 1. 扣押清单\n1. 听证',
    '批次|数量和金额\n红茶|12.5',
    '二〇二六年三月',
  ]);
  const { sections } = await editor.read();
  const [, told, , table, date] = sections.find(({ id }) => id === 'facts')?.blocks ?? [];
  expect(told).toMatchObject({
    children: expect.arrayContaining([
      { type: 'footnote', children: [{ type: 'text', text: '《云汀夜话》全集。' }] },
    ]) as unknown,
  });
  expect(table).toMatchObject({
    rows: [
      [{ rowSpan: 2 }, { columnSpan: 2 }],
      [{}, {}],
    ],
  });
  expect(date).toMatchObject({ align: 'right' });
});
