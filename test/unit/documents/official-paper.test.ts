import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  officialPaper,
  paperDate,
  type Paper,
  type PaperLine,
  type PaperWishes,
} from '../../../shared/documents/official-paper.ts';
import { paperTable } from '../../../shared/documents/paper-table.ts';
import type { ExportedRecord } from '../../../shared/document/exported-record.ts';
import type { ExportedBlock, ExportedSection } from '../../../shared/document/exported-tree.ts';

const plain: PaperWishes = { marking: '', signature: null, hasPicture: () => false };
const paragraph = (text: string): ExportedBlock => ({
  type: 'paragraph',
  children: text === '' ? [] : [{ type: 'text', text }],
});

function record(sections: ExportedSection[], title = '林某假冒注册商标案'): ExportedRecord {
  return {
    format: 'jianzhi-record',
    formatVersion: 3,
    id: '01890000-0000-7000-8000-000000000000',
    kind: 'typical-case',
    title,
    keywords: [],
    caseNumbers: [],
    revision: 1,
    document: { version: 2, sections },
  };
}

const section = (heading: string, ...blocks: ExportedBlock[]): ExportedSection => ({
  id: 'facts',
  heading,
  blocks,
});
const lines = ({ blocks }: Paper) =>
  blocks.flatMap((one): PaperLine[] => (one.type === 'line' ? [one] : []));
const wordsOf = ({ runs }: PaperLine) =>
  runs
    .map((run) => (run.type === 'text' ? run.text : run.type === 'note' ? `[${run.number}]` : '/'))
    .join('');
const shown = (paper: Paper) => lines(paper).map((one) => `${one.style}: ${wordsOf(one)}`);

describe('a record as official paper', () => {
  it('numbers its sections and leaves out the empty ones', () => {
    const paper = officialPaper(
      [
        record([
          section('基本案情', paragraph('甲')),
          section('要旨', paragraph(' ')),
          section('典型意义', paragraph('乙')),
        ]),
      ],
      plain,
    );
    assert.deepEqual(shown(paper), [
      'title: 林某假冒注册商标案',
      'blank: ',
      'part: 一、基本案情',
      'body: 甲',
      'part: 二、典型意义',
      'body: 乙',
    ]);
  });

  it('leaves headings that are numbered already, and a single one, as they are', () => {
    const numbered = record([
      section('一、基本案情', paragraph('甲')),
      section('典型意义', paragraph('乙')),
    ]);
    assert.ok(shown(officialPaper([numbered], plain)).includes('part: 典型意义'));
    const single = record([section('正文', paragraph('甲'))]);
    assert.ok(shown(officialPaper([single], plain)).includes('part: 正文'));
  });

  it('prints the marking on top of each record and begins each on a new page', () => {
    const two = [record([], '甲案'), record([], '乙案')];
    const paper = officialPaper(two, { ...plain, marking: '内部' });
    assert.deepEqual(
      lines(paper)
        .filter(({ style }) => style === 'marking')
        .map((one) => [wordsOf(one), one.startsPage]),
      [
        ['内部', false],
        ['内部', true],
      ],
    );
  });

  it('counts notes through all records and items by the ranks of the standard', () => {
    const noted: ExportedBlock = {
      type: 'paragraph',
      children: [
        { type: 'text', text: '甲' },
        { type: 'footnote', children: [{ type: 'text', text: '注' }] },
      ],
    };
    const item = (depth: number, text: string) => ({
      depth,
      children: [{ type: 'text' as const, text }],
    });
    const list: ExportedBlock = {
      type: 'list',
      ordered: true,
      items: [
        item(0, '甲'),
        item(1, '乙'),
        item(2, '丙'),
        item(1, '丁'),
        item(0, '戊'),
        item(1, '己'),
      ],
    };
    const paper = officialPaper(
      [record([section('', noted)]), record([section('', noted, list)])],
      plain,
    );
    assert.deepEqual(
      shown(paper).filter((line) => line.startsWith('body')),
      [
        'body: 甲[1]',
        'body: 甲[2]',
        'body: 1.甲',
        'body: （1）乙',
        'body: ①丙',
        'body: （2）丁',
        'body: 2.戊',
        'body: （1）己',
      ],
    );
    assert.equal(paper.notes.length, 2);
  });

  it('says where a picture is missing, and shows one that goes along', () => {
    const picture: ExportedBlock = {
      type: 'image',
      content: 'a'.repeat(64),
      caption: [{ type: 'text', text: '图1' }],
    };
    const missing = officialPaper([record([section('', picture)])], plain);
    assert.ok(shown(missing).includes('caption: 〔图片未随附〕图1'));
    const there = officialPaper([record([section('', picture)])], {
      ...plain,
      hasPicture: () => true,
    });
    assert.deepEqual(
      there.blocks.map((one) => one.type),
      ['line', 'line', 'picture', 'line'],
    );
  });

  it('signs as 7.3.5.2 says: the date begins two characters right of the office, never nearer than two to the edge', () => {
    const signed = (name: string) =>
      lines(officialPaper([record([])], { ...plain, signature: { name, date: '2026年11月23日' } }))
        .slice(-2)
        .map(({ rightInCharacters }) => rightInCharacters);
    // Nine characters over seven: 28 − 2 − 9 = 17 from the left, and 28 − 2 − 7 = 19.
    assert.deepEqual(signed('云汀市人民检察院九'), [2, 2]);
    assert.deepEqual(signed('云汀检察'), [7, 2]);
    assert.deepEqual(signed('江岚省云汀市望舒区人民检察院'), [2, 7]);
  });

  it('writes a date without noughts before it', () => {
    assert.equal(paperDate('2026-03-07'), '2026年3月7日');
  });
});

describe('a table on paper', () => {
  const cell = (text: string, spans: { columnSpan?: number; rowSpan?: number } = {}) => ({
    ...spans,
    children: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }],
  });

  it('has a covered place for what reaches down, and every row fills the grid', () => {
    const { rows, columnsInPercent } = paperTable(
      {
        type: 'table',
        columnWidths: [1, 2, 1],
        rows: [
          [cell('甲', { rowSpan: 3 }), cell('乙', { columnSpan: 2 })],
          [cell('丙'), cell('丁', { rowSpan: 2 })],
          [cell('戊')],
          [cell('己')],
        ],
      },
      () => [],
    );
    assert.deepEqual(columnsInPercent, [25, 50, 25]);
    assert.deepEqual(
      rows.map(({ cells }) => cells.map(({ columns, rows: covers }) => [columns, covers])),
      [
        [
          [1, 3],
          [2, 1],
        ],
        [
          [1, 0],
          [1, 1],
          [1, 2],
        ],
        [
          [1, 0],
          [1, 1],
          [1, 0],
        ],
        [
          [1, 1],
          [2, 1],
        ],
      ],
    );
  });
});
