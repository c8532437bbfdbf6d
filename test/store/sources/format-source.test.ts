import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatSource } from '../../../electron/store/sources/format-source.ts';
import { readSourceItem } from '../../../shared/sources/csl-item.ts';

/** Entries written by hand after the examples of GB/T 7714-2015 (chapters 4 to 8) for sources that do not exist. */
const expectations: readonly [name: string, item: object, entry: string][] = [
  [
    'an article in a journal, of more than three authors, online',
    {
      type: 'article-journal',
      title: '商业秘密刑事案件中损失数额的认定路径',
      author: [
        { family: '林', given: '某' },
        { literal: '周某某' },
        { literal: '何某甲' },
        { literal: '吴某' },
      ],
      'container-title': '江岚法学',
      issued: { 'date-parts': [[2024]] },
      volume: '12',
      issue: '3',
      page: '45-58',
      DOI: '10.99999/jl.2024.03.045',
    },
    '林某, 周某某, 何某甲, 等. 商业秘密刑事案件中损失数额的认定路径[J/OL]. 江岚法学, 2024, 12(3): 45-58. DOI:10.99999/jl.2024.03.045.',
  ],
  [
    'the same in English',
    {
      type: 'article-journal',
      title: 'Valuing trade secrets: a survey',
      author: [
        { family: 'Smith', given: 'John A.' },
        { family: 'Doe', given: 'Jane' },
        { family: 'Roe', given: 'Richard' },
        { family: 'Poe', given: 'Edgar' },
      ],
      'container-title': 'Journal of Invented Law',
      issued: { 'date-parts': [[2023, 5]] },
      volume: 7,
      issue: 2,
      page: '101–120',
    },
    'SMITH J A, DOE J, ROE R, et al. Valuing trade secrets: a survey[J]. Journal of Invented Law, 2023, 7(2): 101-120.',
  ],
  [
    'an English article about China, which says its language',
    {
      type: 'article-journal',
      title: 'Reading 商业秘密',
      language: 'en-GB',
      author: ['A', 'B', 'C', 'D'].map((family) => ({ family })),
      'container-title': 'Law',
      issued: { 'date-parts': [[2020]] },
    },
    'A, B, C, et al. Reading 商业秘密[J]. Law, 2020.',
  ],
  [
    'a book in its second edition, with pages',
    {
      type: 'book',
      title: '知识产权刑事保护研究',
      author: [{ literal: '周某某' }],
      publisher: '江岚大学出版社',
      'publisher-place': '云汀',
      issued: { 'date-parts': [[2022]] },
      edition: '2',
      page: '33-36',
    },
    '周某某. 知识产权刑事保护研究[M]. 2 版. 云汀: 江岚大学出版社, 2022: 33-36.',
  ],
  [
    'a book in English',
    {
      type: 'book',
      title: 'Trade secret law',
      author: [{ family: 'Smith', given: 'John A.' }],
      publisher: 'Invented Press',
      'publisher-place': 'Oxford',
      issued: { 'date-parts': [[2019]] },
      edition: 3,
    },
    'SMITH J A. Trade secret law[M]. 3rd ed. Oxford: Invented Press, 2019.',
  ],
  [
    'a translation',
    {
      type: 'book',
      title: '商业秘密法',
      author: [{ literal: '史密斯' }],
      translator: [{ literal: '林某' }],
      publisher: '江岚大学出版社',
      'publisher-place': '云汀',
      issued: { 'date-parts': [[2021]] },
    },
    '史密斯. 商业秘密法[M]. 林某, 译. 云汀: 江岚大学出版社, 2021.',
  ],
  [
    'a chapter',
    {
      type: 'chapter',
      title: '秘密点的固定',
      author: [{ literal: '林某' }],
      editor: [{ literal: '何某甲' }],
      'container-title': '检察实务文集',
      publisher: '江岚大学出版社',
      'publisher-place': '云汀',
      issued: { 'date-parts': [[2021]] },
      page: '12-30',
    },
    '林某. 秘密点的固定[M]//何某甲. 检察实务文集. 云汀: 江岚大学出版社, 2021: 12-30.',
  ],
  [
    'a thesis',
    {
      type: 'thesis',
      title: '地理标志刑事保护边界研究',
      author: [{ literal: '何某甲' }],
      publisher: '江岚大学',
      'publisher-place': '云汀',
      issued: { 'date-parts': [[2020]] },
    },
    '何某甲. 地理标志刑事保护边界研究[D]. 云汀: 江岚大学, 2020.',
  ],
  [
    'a report',
    {
      type: 'report',
      title: '知识产权检察白皮书',
      author: [{ literal: '江岚省人民检察院' }],
      publisher: '江岚省人民检察院',
      'publisher-place': '云汀',
      issued: { 'date-parts': [[2025]] },
    },
    '江岚省人民检察院. 知识产权检察白皮书[R]. 云汀: 江岚省人民检察院, 2025.',
  ],
  [
    'a regulation with its number',
    {
      type: 'legislation',
      title: '江岚省地理标志保护条例',
      author: [{ literal: '江岚省人民代表大会常务委员会' }],
      number: '公告第12号',
      issued: { 'date-parts': [[2023, 9, 1]] },
    },
    '江岚省人民代表大会常务委员会. 江岚省地理标志保护条例: 公告第12号[A]. 2023.',
  ],
  [
    'a judgment, by its court',
    {
      type: 'legal_case',
      title: '林某侵犯商业秘密案',
      authority: '云汀市中级人民法院',
      number: '（2025）岚01刑终12号',
      issued: { 'date-parts': [[2025, 3, 2]] },
    },
    '云汀市中级人民法院. 林某侵犯商业秘密案: （2025）岚01刑终12号[A]. 2025.',
  ],
  [
    'a page on the web',
    {
      type: 'webpage',
      title: '关于“双报”机制的说明',
      author: [{ literal: '云汀市市场监督管理局' }],
      URL: 'https://example.invalid/a?x=1&y=2',
      issued: { 'date-parts': [[2025, 3, 2]] },
      accessed: { 'date-parts': [[2025, 4, 2]] },
    },
    '云汀市市场监督管理局. 关于“双报”机制的说明[EB/OL]. (2025-03-02)[2025-04-02]. https://example.invalid/a?x=1&y=2.',
  ],
  [
    'an article in a newspaper',
    {
      type: 'article-newspaper',
      title: '茶香要有法治护航',
      author: [{ literal: '周某' }],
      'container-title': '江岚日报',
      issued: { 'date-parts': [[2025, 3, 2]] },
      page: '5',
    },
    '周某. 茶香要有法治护航[N]. 江岚日报, 2025-03-02: 5.',
  ],
  [
    'a paper in proceedings',
    {
      type: 'paper-conference',
      title: '电机控制参数的秘密性',
      author: [{ literal: '吴某' }],
      'container-title': '第三届江岚知识产权论坛论文集',
      publisher: '江岚大学出版社',
      'publisher-place': '云汀',
      issued: { 'date-parts': [[2024]] },
      page: '77-80',
    },
    '吴某. 电机控制参数的秘密性[C]//第三届江岚知识产权论坛论文集. 云汀: 江岚大学出版社, 2024: 77-80.',
  ],
];

describe('an entry after GB/T 7714-2015', () => {
  for (const [name, item, entry] of expectations) {
    it(`is written by the book: ${name}`, () => {
      assert.equal(formatSource(readSourceItem(item).item), entry);
    });
  }

  it('is text and nothing else, whatever stands in the title', () => {
    const entry = (title: string) => formatSource({ type: 'book', title });
    assert.equal(
      entry('<i>甲</i> & 乙 <b onclick="x()">丙</b>'),
      '甲 & 乙 <b onclick="x()">丙</b>[M].',
    );
    assert.equal(entry('1 < 2 > 1'), '1 < 2 > 1[M].');
  });

  it('does not obey what a note says to the processor', () => {
    const item = { type: 'book' as const, title: '甲', note: '{:publisher: 假的}\nnumber: 9' };
    assert.equal(formatSource(item), '甲[M].');
  });

  it('is something to read for any item that is let in', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('12', 'a-b', '{:x: y}', '<i>'),
    );
    const name = fc.record(
      { family: text, given: text, literal: text, suffix: text },
      { requiredKeys: [] },
    );
    const date = fc.record(
      {
        'date-parts': fc.array(
          fc.array(fc.oneof(fc.integer(), text), { minLength: 1, maxLength: 3 }),
          {
            minLength: 1,
            maxLength: 2,
          },
        ),
        raw: text,
        literal: text,
        circa: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    const any = fc.record(
      {
        type: fc.constantFrom(
          'book',
          'chapter',
          'article-journal',
          'legal_case',
          'patent',
          'periodical',
        ),
        title: text.map((said) => `题${said}`),
        author: fc.array(name, { maxLength: 5 }),
        issued: date,
        accessed: date,
        edition: fc.oneof(text, fc.integer()),
        volume: fc.oneof(text, fc.integer()),
        page: text,
        note: text,
        URL: text,
        language: text,
      },
      { requiredKeys: ['type', 'title'] },
    );
    fc.assert(
      fc.property(any, (item) => {
        const entry = formatSource(readSourceItem(item).item);
        assert.match(entry, /题/);
        assert.doesNotMatch(entry, /CSL STYLE ERROR|undefined|\[object/);
      }),
      { numRuns: 150 },
    );
  });
});
