import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readHtml } from '../../../../electron/store/records/import/read-html.ts';
import { Skipped } from '../../../../electron/store/records/import/source-text.ts';
import type { SkipCode } from '../../../../shared/contract/records.ts';
import { inlineText } from '../../../../shared/document/tree.ts';
import { roughText } from '../../../../shared/templates/recognise/rough-block.ts';

const read = (html: string) => readHtml(Buffer.from(html));
const linesOf = (html: string) => read(html).blocks.map(roughText);
const skips = (code: SkipCode) => (error: unknown) =>
  error instanceof Skipped && error.code === code;

describe('an HTML file', () => {
  it('gives headings, paragraphs, bold, line breaks and lists with their depth', () => {
    const { blocks } = read(
      '<html><head><title>页名</title></head><body><h1 align="center">林某案</h1><p>甲<b>乙</b>丙<br>丁</p><ul><li>一<ol><li>二</li></ol></li><li><p>三</p></ul>尾',
    );
    assert.deepEqual(
      blocks.map((block) =>
        block.type === 'line' ? [roughText(block), block.rank, block.item, block.isCentred] : [],
      ),
      [
        ['林某案', 1, null, true],
        ['甲乙丙\n丁', null, null, false],
        ['一', null, { ordered: false, depth: 0 }, false],
        ['二', null, { ordered: true, depth: 1 }, false],
        ['三', null, { ordered: false, depth: 0 }, false],
        ['尾', null, null, false],
      ],
    );
    const [, second] = blocks;
    assert.ok(second?.type === 'line');
    assert.deepEqual(second.children, [
      { type: 'text', text: '甲' },
      { type: 'text', text: '乙', bold: true },
      { type: 'text', text: '丙' },
      { type: 'line-break' },
      { type: 'text', text: '丁' },
    ]);
  });

  it('gives tables with their spans, a table inside a cell as lines, a table of one cell as text', () => {
    const { blocks } = read(
      '<table><tr><th rowspan=2>甲<th colspan=2>乙<tr><td>丙<td><table><tr><td>内一<td>内二</table></table><table><tr><td><p>框一<p>框二</table>',
    );
    const [table, ...rest] = blocks;
    assert.ok(table?.type === 'table');
    assert.deepEqual(
      table.rows.map((row) =>
        row.map((cell) => [
          cell.children.map(({ children }) => inlineText(children)),
          cell.header,
          cell.rowSpan,
          cell.columnSpan,
        ]),
      ),
      [
        [
          [['甲'], true, 2, undefined],
          [['乙'], true, undefined, 2],
        ],
        [
          [['丙'], undefined, undefined, undefined],
          [['内一　内二'], undefined, undefined, undefined],
        ],
      ],
    );
    assert.deepEqual(rest.map(roughText), ['框一', '框二']);
  });

  it('keeps nothing that acts or loads, and counts it', () => {
    const { blocks, notKept } = read(
      '<script>alert(1)</script><style>p{}</style><iframe src="https://example.invalid">框</iframe><svg onload="x"><text>画</text></svg><p onclick="x">正<a href="javascript:x">文</a><img src="https://example.invalid/a.png" alt="图注"></p><form><input value="x"></form><template><p>藏</p></template><p><i>斜</i></p>',
    );
    assert.deepEqual(blocks.map(roughText), ['正文图注', '斜']);
    assert.deepEqual(Object.fromEntries(notKept), {
      active: 3,
      image: 1,
      'remote-image': 1,
      link: 1,
      formatting: 1,
    });
    assert.ok(!JSON.stringify(blocks).includes('javascript'));
  });

  it('reads the lists that Word saves as paragraphs', () => {
    const item = (mark: string, text: string, level = 1) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp;</span></span><![endif]>${text}</p>`;
    const { blocks } = read(item('·', '点') + item('2.', '数', 2) + item('一、', '基本案情'));
    assert.deepEqual(
      blocks.map((block) => (block.type === 'line' ? [roughText(block), block.item] : [])),
      [
        ['点', { ordered: false, depth: 0 }],
        ['数', { ordered: true, depth: 1 }],
        ['一、基本案情', null],
      ],
    );
  });

  it('joins lines that only the source breaks, and decodes entities once', () => {
    assert.deepEqual(
      linesOf('<p>检察\n  机关，\n依法 A\nB</p><p>&amp;lt;b&gt; &#x6797;</p><pre>甲\n乙</pre>'),
      ['检察机关，依法 A B', '&lt;b> 林', '甲\n乙'],
    );
  });

  it('is refused when it is nested without end or has too many elements', () => {
    assert.throws(() => read('<div>'.repeat(100_000)), skips('file-damaged'));
    assert.throws(() => read('<br>'.repeat(1_000_001)), skips('file-too-large'));
  });
});
