import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ExportedBlock, ExportedInline } from '../../../../shared/document/exported-tree.ts';
import { ExportedRecord } from '../../../../shared/document/exported-record.ts';
import { scanRecord } from '../../../../shared/text/scan/scan-record.ts';

const words = (text: string): ExportedInline[] => (text === '' ? [] : [{ type: 'text', text }]);
const paragraph = (text: string) => ({ type: 'paragraph' as const, children: words(text) });

function recordWith(
  blocks: ExportedBlock[],
  members: Partial<{ title: string; keywords: string[] }> = {},
) {
  return ExportedRecord.parse({
    format: 'jianzhi-record',
    formatVersion: 3,
    id: '0199aa00-0000-7000-8000-000000000001',
    kind: 'typical-case',
    title: members.title ?? '林某假冒注册商标案',
    keywords: members.keywords ?? [],
    caseNumbers: ['（2025）岚0102刑初47号'],
    revision: 1,
    document: { version: 2, sections: [{ id: 'facts', heading: '基本案情', blocks }] },
  });
}

const found = (record: ExportedRecord, names: string[] = []) =>
  scanRecord(record, names).map(({ kind, text, pieces }) => [
    kind,
    text,
    pieces.map(({ path }) => path.join('.')).join(' '),
  ]);

describe('scanning a whole record', () => {
  it('reads title, keywords, headings, captions, lists, footnotes and names of attachments', () => {
    const record = recordWith(
      [
        { type: 'heading', level: 1, children: words('住云汀市望舒区折柳路1号') },
        { type: 'quote', children: words('电话0571-88881234') },
        { type: 'list', ordered: false, items: [{ depth: 0, children: words('a@b.com') }] },
        { type: 'image', caption: words('浙A12345') },
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: '手机138' },
            { type: 'footnote', children: [{ type: 'text', text: 'QQ号12345678' }] },
            { type: 'text', text: '12345678', bold: true },
          ],
        },
      ],
      { title: '关于13812345678', keywords: ['护照号E12345678'] },
    );
    const at = 'document.sections.0.blocks';
    assert.deepEqual(found(record, ['13912345678.pdf', '照片']), [
      ['mobile', '13812345678', 'title'],
      ['passport', 'E12345678', 'keywords.0'],
      ['address', '云汀市望舒区折柳路1号', `${at}.0.children`],
      ['phone', '0571-88881234', `${at}.1.children`],
      ['email', 'a@b.com', `${at}.2.items.0.children`],
      ['plate', '浙A12345', `${at}.3.caption`],
      ['mobile', '13812345678', `${at}.4.children`],
      ['qq', '12345678', `${at}.4.children.1.children`],
      ['mobile', '13912345678', 'attachments.0'],
    ]);
  });

  it('knows what a cell is from the head of its column and from the cell before', () => {
    const cell = (text: string) => ({ children: [paragraph(text)] });
    const record = recordWith([
      {
        type: 'table',
        rows: [
          [cell('姓名'), cell('出生日期'), cell('密级')],
          [cell('林某'), cell('1990-03-07'), cell('机密')],
          [cell('周某'), cell('护照号'), cell('E12345678')],
        ],
      },
    ]);
    assert.deepEqual(
      found(record).map(([kind, text]) => [kind, text]),
      [
        ['birth-date', '1990-03-07'],
        ['secrecy-marking', '机密'],
        ['passport', 'E12345678'],
      ],
    );
  });

  it('joins a number that a hard line end has cut into two paragraphs', () => {
    const record = recordWith([paragraph('他的手机是138123'), paragraph('45678，已停机。')]);
    assert.deepEqual(scanRecord(record), [
      {
        kind: 'mobile',
        text: '138123\n45678',
        pieces: [
          { path: ['document', 'sections', 0, 'blocks', 0, 'children'], start: 5, end: 11 },
          { path: ['document', 'sections', 0, 'blocks', 1, 'children'], start: 0, end: 5 },
        ],
      },
    ]);
  });

  it('sees a grade alone only where the document begins', () => {
    const blocks = [
      paragraph('机密'),
      ...'一二三四五六'.split('').map(paragraph),
      paragraph('秘密'),
    ];
    assert.deepEqual(
      found(recordWith(blocks)).map(([kind, text]) => [kind, text]),
      [['secrecy-marking', '机密']],
    );
  });
});
