import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ExportedRecord } from '../../../shared/document/exported-record.ts';
import {
  RECORD_POLICY,
  RECORD_STYLE,
  renderRecordHtml,
} from '../../../shared/document/render-record-html.ts';
import type { Block, Inline } from '../../../shared/document/tree.ts';
import { teaCase } from '../../support/office.ts';

const record: ExportedRecord = {
  format: 'jianzhi-record',
  formatVersion: 1,
  id: '0199aa00-0000-7000-8000-000000000001',
  kind: 'typical-case',
  title: '林某、周某某假冒注册商标案',
  keywords: ['假冒注册商标罪', '地理标志'],
  caseNumbers: ['（2025）岚0102刑初47号'],
  revision: 3,
  document: teaCase(),
};

const words = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }]);
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
});
