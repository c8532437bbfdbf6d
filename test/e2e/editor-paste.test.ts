import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { wordsOf } from '../../shared/i18n/index.ts';
import { openEditorPage, type EditorOnPage } from './pages/editor-page.ts';

const { errors, notKeptPasted, pasting } = wordsOf('zh-CN');
let editor: EditorOnPage & { close: () => Promise<void> };
const requests: string[] = [];

test.beforeAll(async () => {
  editor = await openEditorPage();
  editor.page.on('request', (request) => requests.push(request.url()));
});
test.afterAll(() => editor.close());
test.beforeEach(async () => {
  requests.length = 0;
  await editor.show();
  await editor.caretIn('facts');
});
test.afterEach(() => {
  expect(editor.complaints.splice(0)).toEqual([]);
  expect(requests).toEqual([]);
});

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../fixtures/clipboard', name), 'utf8');
const pasteFile = (name: string) =>
  editor.paste({ 'text/html': fixture(name), 'text/plain': '文字' });
const facts = () => editor.lines('facts');
const blocks = async () =>
  (await editor.read()).sections.find(({ id }) => id === 'facts')?.blocks ?? [];
const text = (value: string) => [{ type: 'text', text: value }];
const notice = () => editor.page.getByRole('status').filter({ hasText: '没有保留' });

test.describe('what Word copies', () => {
  test('keeps headings with counted numbers, lists, bold, merged tables with widths, notes and alignment', async () => {
    await pasteFile('word.html');
    expect(await facts()).toEqual([
      '*林某销售假冒注册商标的商品案*',
      '# 基本案情',
      '## 查明的事实',
      '2024年3月，*林某*购进*假冒“岑岭”*茶叶300箱，货值二十万元。见公告。',
      '',
      '1. 勘验仓库\n 1. 拍照\n1. 委托鉴定',
      '- 销售记录',
      '第一，明知是假冒',
      '*批次*|数量和金额\n第一批/三月|红茶|12.5\n绿茶|7.5',
      '现场照片：',
      '云汀市人民检察院',
    ]);
    const all = await blocks();
    expect(all[0]).toMatchObject({ type: 'paragraph', align: 'center' });
    expect(all[1]).toMatchObject({ type: 'heading', numbered: true });
    expect(all[2]).not.toHaveProperty('numbered');
    expect(all.at(-1)).toMatchObject({ type: 'paragraph', align: 'right' });
    expect(all[3]).toMatchObject({
      children: expect.arrayContaining([
        {
          type: 'footnote',
          children: [
            { type: 'text', text: '按' },
            { type: 'text', text: '查获', bold: true },
            { type: 'text', text: '时的标价计算。' },
          ],
        },
      ]) as unknown,
    });
    expect(all[8]).toMatchObject({
      type: 'table',
      columnWidths: [120, 240, 160],
      rows: [
        [{ header: true }, { header: true, columnSpan: 2 }],
        [{ rowSpan: 2 }, {}, { children: [{ align: 'right', children: text('12.5') }] }],
        [{}, {}],
      ],
    });
  });

  test('what was not kept is said quietly and listed by name, and nothing was fetched', async () => {
    await pasteFile('word.html');
    await expect(notice()).toContainText(notKeptPasted.picture('1'));
    await expect(notice()).toContainText(notKeptPasted.link('1'));
    await notice().getByRole('button', { name: pasting.showNotKept }).click();
    const dialog = editor.page.getByRole('dialog', { name: pasting.notKeptTitle });
    await expect(dialog).toContainText('clip_image002.png');
    await expect(dialog).toContainText(pasting.picturesHelp);
    await expect(dialog).not.toContainText('AppData');
    await editor.page.keyboard.press('Escape');
  });

  test('one undo takes the whole paste back', async () => {
    await pasteFile('word.html');
    await editor.page.keyboard.press('Control+z');
    expect(await facts()).toEqual(['']);
  });
});

test('what WPS copies keeps headings, lists, bold, endnotes and merged tables', async () => {
  await pasteFile('wps.html');
  expect(await facts()).toEqual([
    '## *二、履职过程*',
    '检察机关*自行补充侦查*，追加起诉2人。',
    '1. 引导取证\n1. 制发检察建议',
    '附表',
    '人员|处理\n林某|店主|起诉',
    '',
  ]);
  const all = await blocks();
  expect(all[1]).toMatchObject({
    children: expect.arrayContaining([
      { type: 'footnote', children: text('见补充侦查卷。') },
    ]) as unknown,
  });
  expect(all[3]).toMatchObject({ align: 'center' });
  expect(all[4]).toMatchObject({ columnWidths: [93, 191, 284] });
  await expect(notice()).toContainText(notKeptPasted.picture('1'));
});

test('what LibreOffice copies keeps its notes, its lists and its alignment', async () => {
  await pasteFile('libreoffice.html');
  expect(await facts()).toEqual([
    '## （一）案情',
    '周某某*明知*是侵权音频仍上架。',
    '1. 固定电子数据\n1. 听证',
    '二〇二六年三月',
  ]);
  const all = await blocks();
  expect(all[1]).toMatchObject({
    children: expect.arrayContaining([
      { type: 'footnote', children: text('《云汀夜话》全集。') },
    ]) as unknown,
  });
  expect(all[3]).toMatchObject({ align: 'right' });
});

test.describe('what spreadsheets copy', () => {
  test('their HTML becomes a table with bold headings, alignment and widths', async () => {
    await pasteFile('excel.html');
    const [, table] = await blocks();
    expect(await facts()).toEqual(['', '*项目*|*金额*\n一|岑岭茶叶|125,000.00', '']);
    expect(table).toMatchObject({
      columnWidths: [72, 144, 72],
      rows: [
        [{ columnSpan: 2, children: [{ align: 'center' }] }, {}],
        [{}, {}, { children: [{ align: 'right' }] }],
      ],
    });
  });

  test('their plain text becomes a table, also with quoted cells', async () => {
    await editor.paste({ 'text/plain': '项目\t金额\r\n"茶叶\n（红）"\t"十""万"""\r\n绿茶\t\r\n' });
    expect(await facts()).toEqual(['', '项目|金额\n茶叶/（红）|十"万"\n绿茶|', '']);
  });

  test('indented lines and uneven ones stay text', async () => {
    await editor.paste({ 'text/plain': '\t第一段\n\t第二段' });
    expect(await facts()).toEqual(['\t第一段', '\t第二段']);
    await editor.show();
    await editor.caretIn('facts');
    await editor.paste({ 'text/plain': '甲\t乙\n丙' });
    expect(await facts()).toEqual(['甲\t乙', '丙']);
  });
});

test.describe('tracked changes and comments', () => {
  const dialog = () => editor.page.getByRole('dialog', { name: pasting.askTitle });

  test('are shown and asked about, and nothing is pasted until somebody says how', async () => {
    await pasteFile('word-tracked.html');
    await expect(dialog()).toContainText(pasting.facts('1', '1', '1'));
    for (const words of [
      '周某某 · 2026-03-05 10:21',
      '林某强',
      '何某甲 · 2026-03-06 09:15',
      '明知的证据要写清楚。',
    ])
      await expect(dialog()).toContainText(words);
    expect(await facts()).toEqual(['']);
    await dialog().getByRole('checkbox').uncheck();
    await dialog().getByRole('button', { name: pasting.paste, exact: true }).click();
    await expect.poll(facts).toEqual(['被告人林某明知是假冒商品仍予销售。']);
  });

  test('the text as it was can be taken, too', async () => {
    await pasteFile('word-tracked.html');
    await dialog().getByRole('radio', { name: pasting.original }).check();
    await dialog().getByRole('checkbox').uncheck();
    await dialog().getByRole('button', { name: pasting.paste, exact: true }).click();
    await expect.poll(facts).toEqual(['被告人林某强明知是假冒商品仍予销售。']);
  });

  test('whoever does not paste has changed nothing', async () => {
    await pasteFile('word-tracked.html');
    await dialog().getByRole('button', { name: pasting.cancel }).click();
    await expect(dialog()).toHaveCount(0);
    await editor.page.keyboard.type('字');
    expect(await facts()).toEqual(['字']);
  });
});

test.describe('what is refused leaves the text as it was', () => {
  const sentence = (code: keyof typeof errors) => {
    const { what } = errors[code];
    return typeof what === 'string' ? what : what({});
  };
  const refused = async (code: keyof typeof errors) => {
    const alert = editor.page.getByRole('alert').filter({ hasText: sentence(code) });
    await expect(alert.first()).toBeVisible();
    expect(await facts()).toEqual(['原文']);
    expect(await editor.page.evaluate(() => 'ran' in window)).toBe(false);
  };
  test.beforeEach(async () => {
    await editor.page.keyboard.type('原文');
  });

  for (const [what, data] of [
    ['a grade with a star', { 'text/plain': '会议记录\n机密★10年\n正文' }],
    ['a grade alone at the head', { 'text/html': '<p>秘密</p><p>云汀市人民检察院</p><p>正文</p>' }],
    [
      'a grade in a note',
      {
        'text/html':
          '<p>甲<a href="#_ftn1">1</a></p><div id=ftn1><p><a href="#_ftnref1">1</a>绝密★</p></div>',
      },
    ],
    ['a piece of a line with a star', { 'text/plain': '机密★' }],
    ['a grade that was struck out', { 'text/html': '<p>甲</p><p>乙<del>机密★5年</del></p>' }],
  ] satisfies [string, Record<string, string>][]) {
    test(`a marking of a state secret: ${what}`, async () => {
      await editor.paste(data);
      await refused('paste-state-secret');
    });
  }

  test('10,000 nested nodes', async () => {
    const deep = `${'<div><b>'.repeat(5000)}深${'</b></div>'.repeat(5000)}`;
    await editor.paste({ 'text/html': deep, 'text/plain': '深' });
    await refused('paste-too-complex');
  });

  test('more elements than any text has, and a table that is too wide', async () => {
    await editor.paste({ 'text/html': '<i>字</i>'.repeat(150_000), 'text/plain': '字' });
    await refused('paste-too-complex');
    const wide = `<table><tr>${'<td>1</td>'.repeat(101)}</tr></table>`;
    await editor.paste({ 'text/html': wide, 'text/plain': '1' });
    await refused('paste-too-complex');
  });

  test('blocks from the future', async () => {
    const own = { version: 3, from: 'x', blocks: [{ type: 'hologram', children: [] }] };
    await editor.paste({
      'application/x-jianzhi-blocks+json': JSON.stringify(own),
      'text/plain': '全息',
    });
    await refused('document-newer');
  });
});

test('a word that is also a grade is pasted into a line', async () => {
  await editor.page.keyboard.type('商业');
  await editor.paste({ 'text/plain': '秘密' });
  expect(await facts()).toEqual(['商业秘密']);
});

test('scripts, remote pictures and forms are dropped and counted; nothing runs and nothing is fetched', async () => {
  await editor.paste({
    'text/html': `<script>window.ran = 1</script><p onclick="window.ran = 2">甲<img src="https://example.invalid/a.png" onerror="window.ran = 3"></p>
      <picture><source srcset="//example.invalid/b.webp"><img src="//example.invalid/b.png"></picture>
      <iframe srcdoc="<script>parent.ran = 4</script>"></iframe><object data="https://example.invalid/c"></object>
      <svg onload="window.ran = 5"><image href="https://example.invalid/d.png"/></svg>
      <p style="background:url(https://example.invalid/e.png)">乙</p><link rel=stylesheet href="https://example.invalid/f.css">
      <video src="https://example.invalid/g.mp4" poster="https://example.invalid/h.png"></video><input onfocus="window.ran = 6" autofocus>
      <base href="https://example.invalid/"><meta http-equiv=refresh content="0;url=https://example.invalid/">`,
    'text/plain': '甲乙',
  });
  expect(await facts()).toEqual(['甲', '乙']);
  await expect(notice()).toContainText(notKeptPasted['remote-picture']('2'));
  await expect(notice()).toContainText(notKeptPasted.active('4'));
  await editor.page.waitForTimeout(300);
  expect(await editor.page.evaluate(() => 'ran' in window)).toBe(false);
});

test('hostile tags without an end take no time', async () => {
  const start = Date.now();
  for (const part of ['<a', '<style ', '<p style="']) {
    await editor.paste({ 'text/html': part.repeat(300_000), 'text/plain': '' });
  }
  expect(Date.now() - start).toBeLessThan(5_000);
});

test('Ctrl+Shift+V pastes the words alone', async () => {
  const { page } = editor;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() =>
    navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob(['<h1>标题</h1><p><b>重</b></p>'], { type: 'text/html' }),
        'text/plain': new Blob(['甲\t乙\n丙\t丁'], { type: 'text/plain' }),
      }),
    ]),
  );
  await page.keyboard.press('Control+Shift+v');
  await expect.poll(facts).toEqual(['甲\t乙', '丙\t丁']);
  await page.keyboard.press('Control+v');
  await expect.poll(async () => (await facts()).join()).toContain('*重*');
});
