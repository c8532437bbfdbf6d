import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseQuery } from '../../../../shared/text/query/parse-query.ts';
import { printQuery } from '../../../../shared/text/query/print-query.ts';
import {
  joined,
  negated,
  queryFields,
  type Query,
  type QueryField,
} from '../../../../shared/text/query/query.ts';
import { isWorthFinding, termsOf } from '../../../../shared/text/terms.ts';

const text = (one: string): Query => ({ type: 'text', text: one });
const and = (...parts: Query[]): Query => ({ type: 'and', parts });
const or = (...parts: Query[]): Query => ({ type: 'or', parts });
const not = (part: Query): Query => ({ type: 'not', part });
const field = (name: Exclude<QueryField, 'year'>, one: string): Query => ({
  type: 'field',
  field: name,
  text: one,
});
const years = (from: number | null, to: number | null): Query => ({ type: 'years', from, to });
const near = (within: number, ...words: string[]): Query => ({ type: 'near', words, within });

const meanings: Readonly<Record<string, Query>> = {
  '假冒 商标': and(text('假冒'), text('商标')),
  '假冒 AND 商标': and(text('假冒'), text('商标')),
  '假冒 OR 盗版 软件': or(text('假冒'), and(text('盗版'), text('软件'))),
  '(假冒 OR 盗版) 软件': and(or(text('假冒'), text('盗版')), text('软件')),
  '（假冒 或 盗版） 软件': and(or(text('假冒'), text('盗版')), text('软件')),
  '假冒 与 盗版': and(text('假冒'), text('盗版')),
  '假冒 非 盗版': and(text('假冒'), not(text('盗版'))),
  '假冒 NOT 盗版': and(text('假冒'), not(text('盗版'))),
  '假冒 -盗版 －(软件 OR 图书)': and(
    text('假冒'),
    not(text('盗版')),
    not(or(text('软件'), text('图书'))),
  ),
  'NOT NOT 假冒': text('假冒'),
  '"假冒 商标"': text('假冒 商标'),
  '“假冒  商标”': text('假冒 商标'),
  '「假冒　商标」': text('假冒 商标'),
  '"假冒 商标"~10': near(10, '假冒', '商标'),
  '“假冒 商标”～3 甲': and(near(3, '假冒', '商标'), text('甲')),
  '标题:假冒': field('title', '假冒'),
  'Title：假冒': field('title', '假冒'),
  '标题: 假冒': field('title', '假冒'),
  '标题:"假冒 商标" 罪名:213': and(field('title', '假冒 商标'), field('charge', '213')),
  '标题:(假冒 OR 盗版)': or(field('title', '假冒'), field('title', '盗版')),
  '-标签:旧': not(field('tag', '旧')),
  '法条:刑法213条': field('article', '刑法213条'),
  '案号:（2022）浙0603民再67号': field('case-number', '(2022)浙0603民再67号'),
  '部分:典型意义/营商环境': field('section', '典型意义/营商环境'),
  '年份:2020..2024': years(2020, 2024),
  '年份：2024': years(2024, 2024),
  'year:2024-2020': years(2020, 2024),
  '年份:2020.. 年份:..2024年': and(years(2020, null), years(null, 2024)),
};

describe('a query', () => {
  for (const [typed, meaning] of Object.entries(meanings)) {
    it(`of the form ${typed} is understood`, () => {
      const { query, problems } = parseQuery(typed);
      assert.deepEqual(query, meaning);
      assert.deepEqual(problems, []);
    });
  }

  it('without operators means its words as they stand, brackets and quotation marks within them included', () => {
    for (const typed of [
      '（2022）浙0603民再67号 (2014)绍柯知初字第162号',
      '“岑岭”商标 他说“甲”乙',
      '（知） 一）甲 (乙 丙)',
      '上诉人:林某 http://x',
      '与 罪 罚 或',
      'a-b 甲-乙 and or 非',
      '或',
    ]) {
      const { query, problems, isPlain } = parseQuery(typed);
      assert.deepEqual(query, joined('and', termsOf(typed).map(text)), typed);
      assert.deepEqual([problems, isPlain], [[], true], typed);
    }
  });

  const malformed: Readonly<Record<string, [Query | null, string, string]>> = {
    '"甲 乙': [and(text('甲'), text('乙')), 'quote-open', '"'],
    '(甲 OR 乙': [or(text('甲'), text('乙')), 'bracket-open', '('],
    '甲 OR 乙)': [or(text('甲'), text('乙)')), '', ''],
    '甲 AND': [text('甲'), 'operator-alone', 'AND'],
    'OR 甲': [text('甲'), 'operator-alone', 'OR'],
    '甲 OR OR 乙': [or(text('甲'), text('乙')), 'operator-alone', 'OR'],
    '甲 标题:': [text('甲'), 'field-empty', '标题:'],
    '标题:，': [null, 'field-empty', '，'],
    '年份:去年 甲': [and(text('去年'), text('甲')), 'year-invalid', '去年'],
    '"甲"~5': [text('甲'), 'near-alone', '"甲"~5'],
    '标题:"甲 乙"~5': [field('title', '甲 乙'), 'near-in-field', '"甲 乙"~5'],
    AND: [text('and'), 'operator-alone', 'AND'],
  };
  for (const [typed, [meaning, code, place]] of Object.entries(malformed)) {
    it(`that is malformed (${typed}) says where, and still looks for its words`, () => {
      const { query, problems } = parseQuery(typed);
      assert.deepEqual(query, meaning);
      const [first] = problems;
      assert.equal(first?.code ?? '', code);
      assert.equal(first === undefined ? '' : typed.slice(first.start, first.end), place);
    });
  }

  it('names its recognised pieces, with their places and whether they are excluded', () => {
    const typed = '甲 -标题:乙 "丙 丁"';
    const pieces = parseQuery(typed).pieces.map(({ start, end, isExcluded }) => [
      typed.slice(start, end),
      isExcluded,
    ]);
    assert.deepEqual(pieces, [
      ['标题:乙', true],
      ['"丙 丁"', false],
    ]);
  });

  it('of any characters is answered at once, and means the same after it was printed', () => {
    const unit = fc.constantFrom(
      ...Array.from('甲乙ab12"“”「」()（）-－~～:：，. \n/与或非𠮷👍\u0000\ud83d'),
      ' OR ',
      ' AND ',
      'NOT ',
      '标题:',
      '年份:',
      '2020',
      '..',
      '"~5 ',
      ' (',
      ') ',
      ' -',
      '"甲 乙"',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (typed) => {
        const { query, problems } = parseQuery(typed);
        for (const { start, end } of problems) assert.ok(start < end && end <= typed.length);
        if (query === null) return;
        const again = parseQuery(printQuery(query));
        assert.deepEqual(again.query, query, `${typed} → ${printQuery(query)}`);
        assert.deepEqual(again.problems, []);
      }),
      { numRuns: 3000 },
    );
  });

  it('of whatever characters there are never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const { query } = parseQuery(typed);
        if (query !== null) assert.deepEqual(parseQuery(printQuery(query)).query, query, typed);
      }),
      { numRuns: 2000 },
    );
  });

  it('made of its parts is printed and read back as it was', () => {
    const word = fc
      .string({ unit: fc.constantFrom(...Array.from('甲乙ab1"()-~:/与或非,. 𠮷')), maxLength: 6 })
      .map((one) => one.trim().replaceAll(/ +/g, ' '))
      .filter(isWorthFinding);
    const leaf = fc.oneof(
      word.map(text),
      fc
        .tuple(fc.constantFrom(...queryFields.filter((one) => one !== 'year')), word)
        .map(([of, one]) => field(of, one)),
      fc
        .tuple(fc.integer({ min: 1990, max: 2009 }), fc.integer({ min: 2010, max: 2030 }))
        .map(([from, to]) => years(from, to)),
      fc
        .tuple(
          fc.nat(99),
          fc.uniqueArray(
            word.filter((one) => !one.includes(' ')),
            { minLength: 2, maxLength: 3 },
          ),
        )
        .map(([within, words]) => near(within, ...words)),
    );
    const { tree } = fc.letrec<{ tree: Query }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        tie('tree').map(negated),
        fc
          .array(tie('tree'), { minLength: 2, maxLength: 4 })
          .map((parts) => joined('and', parts) ?? text('甲')),
        fc
          .array(tie('tree'), { minLength: 2, maxLength: 4 })
          .map((parts) => joined('or', parts) ?? text('甲')),
      ),
    }));
    fc.assert(
      fc.property(tree, (query) => {
        assert.deepEqual(parseQuery(printQuery(query)).query, query, printQuery(query));
      }),
      { numRuns: 1000 },
    );
  });

  it('of ten thousand characters of any kind is understood in a moment', () => {
    const kinds = [
      '(',
      ')',
      '"',
      '-',
      '- ',
      '(-"',
      '标题:',
      'OR ',
      '甲 OR ',
      '甲',
      '👍',
      '\u0007 ',
      '，',
      '𠮷 ',
      '("甲 ',
      '“',
    ];
    for (const kind of kinds) {
      const start = performance.now();
      parseQuery(kind.repeat(10_000 / kind.length));
      const took = performance.now() - start;
      assert.ok(took < 200, `${JSON.stringify(kind)} took ${took} ms`);
    }
  });

  it('of more terms than are looked for says so', () => {
    const typed = Array.from({ length: 1000 }, (_, at) => `词${at}`).join(' OR ');
    const { query, problems } = parseQuery(typed);
    assert.equal(query?.type === 'or' && query.parts.length, 500);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['too-many'],
    );
  });
});
