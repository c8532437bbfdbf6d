import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ComparedLine, RecordContent } from '../../../shared/contract/revisions.ts';
import { compareContents } from '../../../shared/document/compare/compare-contents.ts';
import { skipSame } from '../../../shared/document/compare/skip-same.ts';
import { headOf, linesOf } from '../../../shared/document/compare/lines-of.ts';
import { paragraphsOf, type Block, type Inline } from '../../../shared/document/tree.ts';
import { noFields } from '../../../shared/templates/record-fields.ts';
import { anyDocument } from '../editor/any-document.ts';

const words = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }]);
function content(blocks: Block[] | string, change: Partial<RecordContent> = {}): RecordContent {
  const sections = [
    {
      id: 'facts',
      heading: '基本案情',
      blocks: typeof blocks === 'string' ? paragraphsOf(blocks) : blocks,
    },
  ];
  return {
    title: '林某假冒注册商标案',
    keywords: [],
    caseNumbers: [],
    fields: noFields(),
    document: { version: 2, sections },
    ...change,
  };
}
function shown({ change, kind, cells }: ComparedLine): string {
  const texts = cells.map((spans) =>
    spans
      .map(({ op, text }) =>
        op === 'same' ? text : op === 'removed' ? `[-${text}-]` : `{+${text}+}`,
      )
      .join(''),
  );
  return `${change} ${kind} ${texts.join(' | ')}`;
}
const changes = (before: RecordContent, after: RecordContent) =>
  compareContents(before, after)
    .lines.filter(({ change }) => change !== 'same')
    .map(shown);

describe('comparing two texts of a record', () => {
  it('shows which paragraph changed, which came and which went', () => {
    const before = '林某开设茶叶店。\n林某购进假冒的包装。\n检察机关提起公诉。';
    const after =
      '林某开设茶叶店。\n案发后林某退赔全部损失。\n林某购进大量假冒的包装。\n检察机关提起公诉。';
    assert.deepEqual(changes(content(before), content(after)), [
      'added paragraph {+案发后林某退赔全部损失。+}',
      'changed paragraph 林某购进{+大量+}假冒的包装。',
    ]);
    const comparison = compareContents(content(before), content(after));
    assert.deepEqual([comparison.added, comparison.removed], [14, 0]);
  });

  it('shows the title by words, keywords and case numbers whole, and which fields differ', () => {
    const before = content('', {
      keywords: ['茶叶', '商标'],
      caseNumbers: ['（2025）岚0102刑初47号'],
    });
    const after = content('', {
      title: '林某销售假冒注册商标的商品案',
      keywords: ['茶叶', '注册商标'],
      fields: { ...noFields(), charges: ['214'] },
    });
    assert.deepEqual(changes(before, after), [
      'changed title 林某{+销售+}假冒注册商标{+的商品+}案',
      'changed keywords 茶叶 | [-商标-] | {+注册商标+}',
      'changed case-numbers [-（2025）岚0102刑初47号-]',
    ]);
    assert.deepEqual(compareContents(before, after).fields, ['charges']);
  });

  it('compares a table cell by cell, and shows a row or a column that came', () => {
    const table = (rows: string[][]): Block[] => [
      {
        type: 'table',
        rows: rows.map((row) => row.map((text) => ({ children: paragraphsOf(text) }))),
      },
    ];
    const before = table([
      ['年度', '件数'],
      ['2024', '12'],
      ['2025', '15'],
    ]);
    assert.deepEqual(
      changes(
        content(before),
        content(
          table([
            ['年度', '件数'],
            ['2024', '12'],
            ['2025', '16'],
            ['2026', '3'],
          ]),
        ),
      ),
      ['changed table-row 2025 | [-15-]{+16+}', 'added table-row {+2026+} | {+3+}'],
    );
    assert.deepEqual(
      changes(
        content(before),
        content(
          table([
            ['年度', '人数', '件数'],
            ['2024', '20', '12'],
            ['2025', '31', '15'],
          ]),
        ),
      ),
      [
        'changed table-row 年度 | {+人数+} | 件数',
        'changed table-row 2024 | {+20+} | 12',
        'changed table-row 2025 | {+31+} | 15',
      ],
    );
  });

  it('tells another form of the same words from other words, and comments from neither', () => {
    const bold: Block = {
      type: 'paragraph',
      children: [{ type: 'text', text: '重点', bold: true }],
    };
    const plain: Block = { type: 'paragraph', children: words('重点') };
    const heading: Block = { type: 'heading', level: 1, children: words('重点') };
    assert.deepEqual(changes(content([plain]), content([bold])), ['form paragraph 重点']);
    assert.deepEqual(changes(content([plain]), content([heading])), ['form heading 重点']);
    const marks = ['01930000-0000-7000-8000-000000000001'];
    const marked: Block = {
      type: 'paragraph',
      children: [
        { type: 'text', text: '重', bold: true, marks },
        { type: 'text', text: '点', bold: true },
      ],
    };
    assert.deepEqual(changes(content([bold]), content([marked])), []);
  });

  it('shows notes as lines of their own, and where they stand', () => {
    const noted: Block = {
      type: 'paragraph',
      children: [
        ...words('数额认定'),
        { type: 'footnote', children: [{ type: 'text', text: '见鉴定意见。' }] },
      ],
    };
    assert.deepEqual(changes(content('数额认定'), content([noted])), [
      'changed paragraph 数额认定{+†+}',
      'added footnote {+见鉴定意见。+}',
    ]);
  });

  it('shows sections that came and went whole', () => {
    const before = content('案情。');
    const after = content('案情。');
    const section = { id: 'significance', heading: '典型意义', blocks: paragraphsOf('意义。') };
    after.document.sections.push(section);
    assert.deepEqual(changes(before, after), [
      'added section {+典型意义+}',
      'added paragraph {+意义。+}',
    ]);
    assert.deepEqual(changes(after, before), [
      'removed section [-典型意义-]',
      'removed paragraph [-意义。-]',
    ]);
  });

  it('of any two documents shows all of both, and of a document and itself nothing', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (one, other) => {
        const [before, after] = [content('', { document: one }), content('', { document: other })];
        assert.deepEqual(changes(before, before), []);
        const { lines } = compareContents(before, after);
        for (const [whole, op] of [
          [before, 'added'],
          [after, 'removed'],
        ] as const) {
          const all = [...headOf(whole), ...whole.document.sections.flatMap(linesOf)];
          const texts = lines.flatMap(({ cells }) =>
            cells.map((spans) =>
              spans
                .filter((span) => span.op !== op)
                .map(({ text }) => text)
                .join(''),
            ),
          );
          const sorted = (parts: string[]) => parts.filter((part) => part !== '').toSorted();
          assert.deepEqual(sorted(texts), sorted(all.flatMap(({ cells }) => cells)));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('leaves out what is the same and far from a change, and says how much', () => {
    const lines = Array.from({ length: 20 }, (_, at) => `第${String(at)}段。`);
    const after = lines.with(10, '第十段改过。');
    const { lines: all } = compareContents(content(lines.join('\n')), content(after.join('\n')));
    const kept = skipSame(all).map((line) => ('skipped' in line ? line.skipped : shown(line)));
    assert.deepEqual(kept, [
      1,
      'same section 基本案情',
      9,
      'same paragraph 第9段。',
      'removed paragraph [-第10段。-]',
      'added paragraph {+第十段改过。+}',
      'same paragraph 第11段。',
      8,
    ]);
    assert.deepEqual(skipSame(all.filter(({ change }) => change === 'same')), [{ skipped: 21 }]);
  });

  it('of 50,000 characters takes well under a second, also when every paragraph changed', () => {
    const text = (salt: number) =>
      Array.from({ length: 400 }, (_, line) =>
        Array.from({ length: 125 }, (__, at) =>
          String.fromCodePoint(
            0x4e00 + ((line * 31 + at * at * 7 + (at % 9 === 0 ? salt : 0)) % 3000),
          ),
        ).join(''),
      ).join('\n');
    for (const other of [
      text(1),
      text(2000).replaceAll(/./gu, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 3000)),
    ]) {
      const start = performance.now();
      compareContents(content(text(0)), content(other));
      assert.ok(performance.now() - start < 1500, String(performance.now() - start));
    }
  });
});
