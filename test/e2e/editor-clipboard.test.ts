import { expect, test } from '@playwright/test';
import type { DocumentTree } from '../../shared/document/tree.ts';
import { openEditorPage, type EditorOnPage } from './pages/editor-page.ts';

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

const pasteHtml = (html: string) => editor.paste({ 'text/html': html, 'text/plain': 'plain' });
const facts = () => editor.lines('facts');

test('what a word processor copies keeps its headings, lists, bold and tables, and nothing else', async () => {
  await pasteHtml(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
    <style>p { color: red }</style><script>window.ran = 1</script><title>t</title></head>
    <body lang=ZH-CN><!--StartFragment-->
    <h1 style='text-align:center'>林某假冒
      注册商标案<o:p></o:p></h1>
    <p class=MsoNormal>2024年3月，<b>林某</b>购进<span style='font-weight:bold'>假冒</span>&nbsp;茶叶。<br>共 3
      批。</p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
    <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>勘验</p>
    <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1)</span>鉴定</p>
    <ul><li>一</li><li><p>二</p><p>续</p><ol><li>二之一</li></ol></li></ul>
    <table border=1><thead><tr><th colspan=2>项目</th></tr></thead><tbody><tr><td rowspan="2"><p>甲</p><p>乙</p></td><td>丙</td></tr><tr><td><ul><li>丁</li></ul></td></tr></tbody></table>
    <img src="https://example.invalid/x.png" onerror="window.ran = 2"><svg onload="window.ran = 3"></svg>
    <a href="javascript:window.ran = 4">链接文字</a><iframe src="https://example.invalid/"></iframe>
    <p style="display:none">隐藏</p>
    <!--EndFragment--></body></html>`);
  expect(await facts()).toEqual([
    '# 林某假冒注册商标案',
    '2024年3月，*林某*购进*假冒* 茶叶。⏎共 3 批。',
    '',
    '1. 勘验\n 1. 鉴定',
    '- 一\n- 二⏎续',
    ' 1. 二之一',
    '项目\n甲/乙|丙\n丁',
    '链接文字',
  ]);
  const table = (await editor.read()).sections[1]?.blocks.find((block) => block.type === 'table');
  expect(table?.rows[0]?.[0]).toMatchObject({ header: true, columnSpan: 2 });
  expect(table?.rows[1]?.[0]).toMatchObject({ rowSpan: 2 });
  expect(await editor.page.evaluate(() => 'ran' in window)).toBe(false);
  await expect(
    editor.page.locator('.editor-text :is(img, svg, a, iframe, script, style)'),
  ).toHaveCount(0);
});

test('a piece of a line is pasted into the line', async () => {
  await editor.page.keyboard.type('前后');
  await editor.page.keyboard.press('ArrowLeft', { delay: 15 });
  await pasteHtml(
    '<meta charset="utf-8"><span style="color:red">（<strong>重点</strong>，“引文”）</span>',
  );
  expect(await facts()).toEqual(['前（*重点*，“引文”）后']);
});

test('plain text keeps its lines, its full-width punctuation and its spaces', async () => {
  await editor.paste({ 'text/plain': '《云汀夜话》，\r\n　　第二段。  两格\r\n\r\n末' });
  expect(await facts()).toEqual(['《云汀夜话》，', '　　第二段。  两格', '', '末']);
});

test('in a cell blocks become paragraphs, and a table goes over the table', async () => {
  const { page } = editor;
  await page.getByRole('button', { name: '表格' }).click();
  await page.getByRole('menuitem', { name: '插入' }).click();
  await pasteHtml('<h1>甲</h1><ul><li>乙</li></ul>');
  await page.keyboard.press('Tab', { delay: 15 });
  await pasteHtml('<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>');
  expect(await facts()).toEqual(['', '甲/乙|1|2\n|3|4\n||', '']);
});

test('a copy pasted elsewhere in the document is the same, block for block', async () => {
  const document: DocumentTree = await editor.read();
  const [gist, second, ...rest] = document.sections;
  if (gist === undefined || second === undefined) throw new Error('no sections');
  const text = (value: string, bold?: true) =>
    bold === true
      ? { type: 'text' as const, text: value, bold }
      : { type: 'text' as const, text: value };
  const blocks: DocumentTree['sections'][number]['blocks'] = [
    { type: 'heading', level: 2, children: [text('一、经过')] },
    {
      type: 'paragraph',
      children: [text('甲'), text('乙', true), { type: 'line-break' }, text('丙')],
    },
    {
      type: 'list',
      ordered: true,
      items: [
        { depth: 0, children: [text('一')] },
        { depth: 2, children: [text('深')] },
        { depth: 1, children: [] },
      ],
    },
    {
      type: 'table',
      rows: [
        [
          {
            header: true,
            columnSpan: 2,
            children: [{ type: 'paragraph', children: [text('表')] }],
          },
        ],
        [
          { children: [{ type: 'paragraph', children: [text('a')] }] },
          { children: [{ type: 'paragraph', children: [text('b', true)] }] },
        ],
      ],
    },
    { type: 'paragraph', children: [text('尾')] },
  ];
  await editor.show({ ...document, sections: [gist, { ...second, blocks }, ...rest] });
  await editor.caretIn('facts');
  for (const key of ['Control+a', 'Control+c'])
    await editor.page.keyboard.press(key, { delay: 15 });
  await editor.caretIn('significance');
  await editor.page.keyboard.press('Control+v', { delay: 15 });
  const after = await editor.read();
  expect(after.sections.find(({ id }) => id === 'significance')?.blocks).toEqual(blocks);
  expect(after.sections.find(({ id }) => id === 'facts')?.blocks).toEqual(blocks);
});

test("other programs' own formats and broken ones of ours are not believed", async () => {
  await editor.paste({
    'application/x-lexical-editor': JSON.stringify({
      namespace: 'x',
      nodes: [{ type: 'section', version: 1, children: [] }],
    }),
    'application/x-jianzhi-blocks+json':
      '{"version":2,"from":"1","blocks":[{"type":"section","children":[]}]}',
    'text/plain': '文字',
  });
  expect(await facts()).toEqual(['文字']);
  expect((await editor.read()).sections).toHaveLength(5);
});

test('half a million characters are pasted in seconds and can be typed in afterwards', async () => {
  test.setTimeout(120_000);
  const line =
    '林某以非法占有为目的，假冒岑岭茶业有限公司注册商标，销售金额巨大，构成犯罪。公诉机关指控。';
  const start = Date.now();
  await editor.paste({ 'text/plain': Array.from({ length: 11_000 }, () => line).join('\n') });
  expect(await facts()).toHaveLength(11_000);
  const pasted = Date.now();
  for (const key of '字字字字字') {
    await editor.page.keyboard.type(key);
    await editor.page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  const typed = Date.now();
  console.log(`pasted in ${pasted - start} ms, ${(typed - pasted) / 5} ms a key`);
  expect(pasted - start).toBeLessThan(20_000);
  expect((typed - pasted) / 5).toBeLessThan(1_000);
});
