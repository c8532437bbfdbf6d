import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readNumber } from '../../../shared/text/chinese-number.ts';
import { fold } from '../../../shared/text/fold.ts';
import { findIdentifiers, identifierForm } from '../../../shared/text/identifiers.ts';

const formOf = (text: string) => identifierForm(fold(text));
const formsIn = (text: string) => findIdentifiers(fold(text)).map(({ form }) => form);

describe('an identifier has one normal form in all its written forms:', () => {
  const groups: Readonly<Record<string, readonly string[]>> = {
    'a case number': [
      '（2022）岚0603民再67号',
      '(2022)岚0603民再67号',
      '〔2022〕岚０６０３民再６７号',
      '（2022） 岚 0603 民再 67 号',
      '2022岚0603民再67号',
    ],
    'a case number of before 2016': [
      '（2014）云汀知初字第162号',
      '(2014)云汀知初字162号',
      '（2014） 云汀知初字 第 162 号',
    ],
    'a case number with brackets inside': [
      '（2005）岚高民三（知）终字第108号',
      '(2005)岚高民三知终字第108号',
    ],
    'a case number with a sub-number': ['（2022）岚01民终5号之一', '(2022)岚01民终5号之1'],
    'a procuratorate document': [
      '云汀检刑诉（2017）1号',
      '云汀检刑诉〔2017〕1号',
      '云汀检刑诉[2017]第1号',
      '云汀检刑诉字（2017）第1号',
    ],
    'an interpretation': ['法释〔2025〕5号', '法释(2025)5号', '法释［2025］第5號'],
    'an article': [
      '刑法第二百一十三条',
      '刑法213条',
      '刑法第213条',
      '《中华人民共和国刑法》第213条',
      '《刑法》第二百一十三条',
      '中华人民共和国刑法第 213 条',
      '《中华人民共和国刑法（2020年修正）》第213条',
    ],
    'an article with a sub-number': [
      '刑法第二百一十九条之一',
      '刑法第219条之一',
      '《刑法》第219条之1',
    ],
    'a paragraph of an article': ['刑法第二百一十九条第一款', '刑法219条第1款'],
    'an article of a law with a short name': ['刑事诉讼法第一百七十七条', '刑诉法177条'],
    'an article without its law': ['第二百一十三条', '第213条', '第 213 條'],
    'a patent': [
      'ZL200710304704.x',
      'ZL 2007 1 0304704.X',
      'zl200710304704X',
      '200710304704.x',
      'ＺＬ２００７１０３０４７０４．Ｘ',
    ],
    'a trademark': ['第4356344号', '第 4356344 号', '注册号4356344', '注册证号：4356344'],
    'a registered work': [
      '岚作登字11-2013-F-14787',
      '岚作登字11－2013－f－14787号',
      '岚作登字-11-2013-F-14787',
    ],
    'a registered program': ['软著登字第1234567号', '软著登字1234567号'],
  };
  for (const [what, [first = '', ...others]] of Object.entries(groups)) {
    it(what, () => {
      const form = formOf(first);
      assert.ok(form?.startsWith('§'));
      for (const other of others) assert.equal(formOf(other), form, other);
    });
  }

  it('and different identifiers have different ones', () => {
    const all = Object.values(groups).map(([first = '']) => formOf(first));
    assert.equal(new Set(all).size, all.length);
    assert.notEqual(formOf('刑法第213条'), formOf('商标法第213条'));
    assert.notEqual(formOf('（2022）岚0603民再67号'), formOf('（2022）岚0603民再6号'));
    assert.notEqual(formOf('云汀检刑诉（2017）1号'), formOf('临溪检刑诉（2017）1号'));
  });
});

describe('identifiers in a text', () => {
  it('are found with their place', () => {
    const text = '再审判决为（2022）岚0603民再67号，已生效。';
    const [found] = findIdentifiers(fold(text));
    assert.equal(text.slice(found?.start, found?.end), '（2022）岚0603民再67号');
  });

  it('carry the law on to the articles listed after it, and no further', () => {
    const forms = formsIn(
      '根据《中华人民共和国刑法》第二百一十三条、第二百一十四条和第67条第三款。另见第五条。',
    );
    for (const form of ['§条刑法·213', '§条刑法·214', '§条刑法·67', '§条刑法·67款3', '§条·5']) {
      assert.ok(forms.includes(form), form);
    }
    assert.ok(!forms.includes('§条刑法·5'));
  });

  it('of documents are found whatever prose stands before them', () => {
    assert.ok(
      formsIn('云汀市检察院以云汀检刑诉〔2017〕1号起诉书').includes(
        formOf('云汀检刑诉（2017）1号') ?? '',
      ),
    );
  });

  it('are never made of dates, sums, telephone or identity numbers', () => {
    for (const text of [
      '2022年7月3日',
      '12345678.9元',
      '13900001234',
      '110101199003070000',
      '共213条短信',
      '一百条',
      '（2022年）',
    ]) {
      assert.deepEqual(formsIn(text), [], text);
    }
  });

  it('have forms of letters, digits and marks beyond ASCII only, as the index needs', () => {
    for (const form of formsIn(
      '岚作登字11-2013-F-14787号，刑法第219条之一第一款，（2022）岚01民终5号之一，ZL200710304704.x',
    )) {
      assert.match(form, /^§[0-9a-z\P{ASCII}]+$/u);
    }
  });

  it('are looked for in time proportional to the text, also in text made to be awkward', () => {
    for (const piece of [
      '《',
      '第一',
      '(2022)商',
      '1',
      'zl 2007 ',
      '刑法',
      '一',
      '第 1 ',
      '商作登1-',
    ]) {
      const text = fold(piece.repeat(200_000 / piece.length));
      const start = performance.now();
      findIdentifiers(text);
      assert.ok(performance.now() - start < 2000, piece);
    }
  });
});

describe('numbers', () => {
  it('are read in digits and numerals, with and without units', () => {
    const known: readonly [string, number][] = [
      ['213', 213],
      ['二百一十三', 213],
      ['二一三', 213],
      ['二一〇', 210],
      ['十', 10],
      ['十五', 15],
      ['二十', 20],
      ['一千二百六十', 1260],
      ['一百零五', 105],
      ['两百', 200],
    ];
    for (const [written, value] of known) assert.equal(readNumber(written), value, written);
    assert.equal(readNumber('商'), null);
    assert.equal(readNumber('12345'), null);
  });
});
