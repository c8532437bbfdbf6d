import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { exportTree } from '../../../shared/document/export-tree.ts';
import { ExportedTreeV1 } from '../../../shared/document/exported-tree.ts';
import type { ExportedRecord } from '../../../shared/document/exported-record.ts';
import {
  RECORD_POLICY,
  RECORD_POLICY_3,
  RECORD_STYLE,
  RECORD_STYLE_3,
  renderRecordHtml,
} from '../../../shared/document/render-record-html.ts';
import { teaCase } from '../../support/office.ts';

const record: Extract<ExportedRecord, { formatVersion: 1 }> = {
  format: 'jianzhi-record',
  formatVersion: 1,
  id: '0199aa00-0000-7000-8000-000000000001',
  kind: 'typical-case',
  title: '林某、周某某假冒注册商标案',
  keywords: ['假冒注册商标罪', '地理标志'],
  caseNumbers: ['（2025）岚0102刑初47号'],
  revision: 3,
  document: ExportedTreeV1.parse(exportTree(teaCase())),
};

type Block = (typeof record)['document']['sections'][number]['blocks'][number];
const words = (text: string) => (text === '' ? [] : [{ type: 'text' as const, text }]);
const withBlocks = (...blocks: Block[]): string =>
  renderRecordHtml({
    ...record,
    document: { version: 1, sections: [{ id: 'facts', heading: '', blocks }] },
  });
const saying = (text: string): string =>
  renderRecordHtml({
    ...record,
    title: text,
    keywords: [text],
    caseNumbers: [text],
    document: {
      version: 1,
      sections: [
        {
          id: 'facts',
          heading: text,
          blocks: [
            { type: 'paragraph', children: [{ type: 'text', text, bold: true }] },
            { type: 'heading', level: 1, children: words(text) },
            { type: 'list', ordered: false, items: [{ depth: 0, children: words(text) }] },
            {
              type: 'table',
              rows: [[{ children: [{ type: 'paragraph', children: words(text) }] }]],
            },
          ],
        },
      ],
    },
  });
const tagsOf = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];

describe('the page of a record', () => {
  it('is frozen: what version 1 renders may never change', () => {
    const hash = createHash('sha256').update(renderRecordHtml(record)).digest('hex');
    assert.equal(hash, '2858b45708c613d0c3fa79cf805f4cbad101653c83b58847084c2073a440501e');
  });

  it('has the same tags whatever its words say', () => {
    const nasty = fc.constantFrom(
      '<script>',
      '</style>',
      '"><img src=x onerror=1>',
      '&lt;',
      "'",
      '<!--',
      ']]>',
    );
    const text = fc
      .array(fc.oneof(nasty, fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join(''))
      .filter((joined) => joined !== '');
    const expected = tagsOf(saying('甲'));
    fc.assert(fc.property(text, (said) => assert.deepEqual(tagsOf(saying(said)), expected)));
  });

  it('shows controls and lone surrogates as U+FFFD, and spells out what turns text around', () => {
    const html = withBlocks({
      type: 'paragraph',
      children: words('a\u0000b\rc\ud800d\u202Etxt.exe\te'),
    });
    assert.ok(html.includes('<p>a\uFFFDb\uFFFDc\uFFFDd⟦U+202E⟧txt.exe\te</p>'));
  });

  it('names nothing outside itself, and runs nothing', () => {
    const html = renderRecordHtml(record);
    assert.doesNotMatch(html, /<(?:script|link|img|iframe|object|embed|form|base|a)\b/i);
    assert.doesNotMatch(html, /\b(?:src|href|on[a-z]+|style|srcset|action)\s*=/i);
    assert.doesNotMatch(html, /url\(|@import|https?:|javascript:/i);
  });

  it('allows its own style sheet and nothing else', () => {
    const hash = createHash('sha256').update(RECORD_STYLE).digest('base64');
    assert.equal(
      RECORD_POLICY,
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    const html = renderRecordHtml(record);
    assert.ok(html.includes(`<style>${RECORD_STYLE}</style>`));
    assert.ok(html.indexOf('Content-Security-Policy') < html.indexOf('<style>'));
  });

  it('nests lists by depth, one level at a time', () => {
    const item = (depth: number, text: string) => ({ depth, children: words(text) });
    const html = withBlocks({
      type: 'list',
      ordered: true,
      items: [item(2, '甲'), item(3, '乙'), item(7, '丙'), item(0, '丁')],
    });
    assert.ok(
      html.includes('<ol><li>甲<ol><li>乙<ol><li>丙</li></ol></li></ol></li><li>丁</li></ol>'),
    );
  });

  it('keeps spans and header cells of tables, and line breaks', () => {
    const html = withBlocks({
      type: 'table',
      rows: [
        [
          {
            header: true,
            columnSpan: 2,
            rowSpan: 3,
            children: [{ type: 'paragraph', children: [{ type: 'line-break' }] }],
          },
        ],
      ],
    });
    assert.ok(html.includes('<th colspan="2" rowspan="3"><p><br></p></th>'));
  });

  it('is frozen: what version 3 renders may never change', () => {
    const html = renderRecordHtml(richRecord);
    const hash = createHash('sha256').update(html).digest('hex');
    assert.equal(hash, 'c439fea7b4ef3fd73dbd54722920b4482054fe2cdbe339d0a402e339fdd9c502');
    assert.doesNotMatch(html, /\b(?:src|href|on[a-z]+|style|srcset|action)\s*=/i);
    const style = createHash('sha256').update(RECORD_STYLE_3).digest('base64');
    assert.equal(
      RECORD_POLICY_3,
      `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it('numbers footnotes in the order of reading and sets them at the end', () => {
    const html = renderRecordHtml(richRecord);
    assert.ok(html.includes('<p class="center">茶样<sup>〔1〕</sup></p>'));
    assert.ok(html.includes('<aside>\n<p>〔1〕见鉴定意见</p>\n<p>〔2〕续</p>\n</aside>'));
    assert.ok(html.includes('<colgroup><col width="25%"><col width="75%"></colgroup>'));
    assert.ok(html.includes('〔图片未随附〕</p><figcaption>图一</figcaption>'));
  });
});

const note = (text: string) => ({ type: 'footnote' as const, children: words(text) });
const richRecord: ExportedRecord = {
  ...record,
  formatVersion: 3,
  document: {
    version: 2,
    sections: [
      {
        id: 'facts',
        heading: '基本案情',
        blocks: [
          { type: 'paragraph', align: 'center', children: [...words('茶样'), note('见鉴定意见')] },
          { type: 'quote', children: words('引文') },
          {
            type: 'table',
            columnWidths: [100, 300],
            rows: [
              [
                { children: [{ type: 'paragraph', children: [note('续')] }] },
                { children: [{ type: 'paragraph', align: 'right', children: words('12') }] },
              ],
            ],
          },
          { type: 'image', widthInPercent: 50, caption: words('图一') },
        ],
      },
    ],
  },
};
