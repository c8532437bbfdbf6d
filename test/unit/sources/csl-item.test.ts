import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSourceItem } from '../../../shared/sources/csl-item.ts';
import { creatorsOf, nameText, twinKeysOf } from '../../../shared/sources/source-facts.ts';

const article = { type: 'article-journal', title: '损失数额的认定' };

describe('a CSL-JSON item', () => {
  it('keeps its members in their order, and numbers as numbers', () => {
    const item = {
      id: 7,
      volume: 12,
      type: 'book',
      title: '书',
      issued: { 'date-parts': [[2024, '3']] },
      author: [{ given: '某', family: '林' }],
    };
    const read = readSourceItem(item);
    assert.equal(JSON.stringify(read.item), JSON.stringify(item));
    assert.deepEqual(read.notKept, []);
  });

  it('names what it does not keep, also within names and dates', () => {
    const { item, notKept } = readSourceItem({
      ...article,
      custom: { a: 1 },
      author: [
        { literal: '林某', ORCID: 'x' },
        { literal: '周某', ORCID: 'y' },
      ],
      issued: { 'date-parts': [[2024]], edtf: '2024' },
      __proto__: null,
      'x\u0000': 1,
    });
    assert.deepEqual(notKept, ['custom', 'x\u0000', 'author.ORCID', 'issued.edtf']);
    assert.deepEqual(item.author, [{ literal: '林某' }, { literal: '周某' }]);
  });

  for (const [name, value, member] of [
    ['nothing', null, ''],
    ['a list', [article], ''],
    ['an unknown type', { ...article, type: 'leaflet' }, 'type'],
    ['no title', { type: 'book' }, 'title'],
    ['a title of blanks', { ...article, title: ' 　' }, 'title'],
    ['a title that is no text', { ...article, title: ['x'] }, 'title'],
    ['a name that is no name', { ...article, author: '林某' }, 'author'],
    [
      'a date of four parts',
      { ...article, issued: { 'date-parts': [[1, 2, 3, 4]] } },
      'issued.date-parts.0',
    ],
    ['too long a text', { ...article, publisher: 'x'.repeat(4001) }, 'publisher'],
    [
      'too much of everything',
      { ...article, author: Array(400).fill({ literal: 'x'.repeat(300) }) },
      '',
    ],
  ] as const) {
    it(`is refused with ${name}`, () => {
      assert.throws(() => readSourceItem(value), { code: 'source-invalid', detail: { member } });
    });
  }
});

describe('facts of a source', () => {
  it('are named as one reads them', () => {
    assert.equal(nameText({ family: '欧阳', given: '某' }), '欧阳某');
    assert.equal(nameText({ family: 'Smith', given: 'John A.' }), 'Smith John A.');
    assert.equal(nameText({ family: 'Berg', 'non-dropping-particle': 'van den' }), 'van den Berg');
    assert.deepEqual(
      creatorsOf({ type: 'legal_case', title: '案', authority: '云汀市中级人民法院' }),
      ['云汀市中级人民法院'],
    );
  });

  it('recognise a source in other words: by DOI, ISBN, or title with year and name', () => {
    const doi = (DOI: string) => twinKeysOf({ type: 'book', title: 'x', DOI }).doi;
    assert.equal(doi('https://doi.org/10.99999/JL.2024.03'), doi('10.99999/jl.2024.03'));
    const isbn = (ISBN: string, volume?: string) =>
      twinKeysOf({ type: 'book', title: 'x', ISBN, ...(volume === undefined ? {} : { volume }) })
        .isbn;
    assert.equal(isbn('978-7-9999-0001-1'), isbn('7999900018'));
    assert.notEqual(isbn('978-7-9999-0001-1', '1'), isbn('978-7-9999-0001-1', '2'));
    const title = (said: string, literal: string, year: number) =>
      twinKeysOf({
        type: 'book',
        title: said,
        author: [{ literal }],
        issued: { 'date-parts': [[year]] },
      }).title;
    assert.equal(
      title('商业秘密——“秘点”研究', '林某', 2024),
      title('商業秘密:秘点研究', '林某', 2024),
    );
    assert.notEqual(title('甲', '林某', 2024), title('甲', '林某', 2023));
    assert.equal(
      twinKeysOf({ type: 'book', title: '甲', author: [{ literal: '林某' }] }).title,
      null,
    );
  });
});
