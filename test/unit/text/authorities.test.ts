import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findAuthorities } from '../../../shared/text/authorities.ts';
import { readNumber, writeNumber } from '../../../shared/text/chinese-number.ts';
import { fold } from '../../../shared/text/fold.ts';
import { findIdentifiers } from '../../../shared/text/identifiers.ts';

const normals = (text: string) => findAuthorities(text).map(({ normal }) => normal);
const words = (text: string) =>
  findAuthorities(text).map(({ start, end }) => text.slice(start, end));

describe('authorities in a text', () => {
  const written: [string, string[]][] = [
    ['《中华人民共和国刑法》第二百一十三条', ['《中华人民共和国刑法》第二百一十三条']],
    ['触犯刑法213条', ['《中华人民共和国刑法》第二百一十三条']],
    ['刑法第219条之一', ['《中华人民共和国刑法》第二百一十九条之一']],
    [
      '依照《刑法》第67条第三款、第七十二条第一款的规定',
      ['《中华人民共和国刑法》第六十七条第三款', '《中华人民共和国刑法》第七十二条第一款'],
    ],
    ['反法第9条第1款第（二）项', ['《中华人民共和国反不正当竞争法》第九条第一款第（二）项']],
    ['《商标法实施条例》第81条', ['《中华人民共和国商标法实施条例》第八十一条']],
    ['计算机软件保护条例第24条', ['《计算机软件保护条例》第二十四条']],
    [
      '《关于办理侵犯知识产权刑事案件适用法律若干问题的解释》第3条',
      ['《关于办理侵犯知识产权刑事案件适用法律若干问题的解释》第三条'],
    ],
    ['根据法释〔2025〕5号', ['法释〔2025〕5号']],
    ['见法释(2025)第05号', ['法释〔2025〕5号']],
    ['高检发释字〔2019〕4号', ['高检发释字〔2019〕4号']],
    ['起诉书（云望检刑诉〔2025〕12号）', ['云望检刑诉〔2025〕12号']],
    ['依据汕濠检刑诉（2017）1号', ['汕濠检刑诉〔2017〕1号']],
    ['(2022)浙0603民再67号', ['（2022）浙0603民再67号']],
    ['（２０１４）绍柯知初字第162号', ['（2014）绍柯知初字第162号']],
    ['（2005）沪高民三(知)终字第108号判决', ['（2005）沪高民三（知）终字第108号']],
  ];
  for (const [text, expected] of written) {
    it(`of “${text}” are ${expected.join(', ')}`, () => assert.deepEqual(normals(text), expected));
  }

  const silent = [
    '前款规定的行为',
    '依照前款第（二）项',
    '该法第二百一十三条',
    '本解释第三条另有规定',
    '合同第五条约定',
    '《采购合同》第三条',
    '提出第十条建议，共3条',
    '2024货运单第123号',
    '（2024）年度第3号简报',
    '（2024）某物流单8821号',
    '第4356344号注册商标',
    '地铁3号线、5号楼',
    '公司文件（2023）5号',
  ];
  for (const text of silent) {
    it(`are none in “${text}”`, () => assert.deepEqual(words(text), []));
  }

  it('name the article for all its paragraphs, and each is an identifier that search knows, too', () => {
    const text = '刑法第二百一十三条第二款；法释〔2025〕5号；（2022）浙0603民再67号';
    const authorities = findAuthorities(text);
    assert.deepEqual(
      authorities.map(({ kind, form }) => [kind, form]),
      [
        ['article', '§条刑法·213'],
        ['document', '§文2025·5·释法'],
        ['case', '§案2022浙0603民再·67'],
      ],
    );
    const known = new Set(findIdentifiers(fold(text)).map(({ form }) => form));
    assert.ok(authorities.every(({ form }) => known.has(form)));
    assert.deepEqual(words(text), text.split('；'));
  });

  it('are written so that writing them again changes nothing, and stand apart in their order', () => {
    const piece = fc.constantFrom(
      '刑法213条',
      '、第214条第一款',
      '，该法第3条。',
      '依据法释〔2025〕5号',
      '（2022）浙0603民再67号',
      '《商标法》第五十七条第(二)项',
      '和',
      '林某',
      '第',
      '条',
      '号',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const found = findAuthorities(pieces.join(''));
        let end = 0;
        for (const one of found) {
          assert.ok(one.start >= end && one.end > one.start);
          end = one.end;
          const [again] = findAuthorities(one.normal);
          assert.deepEqual([again?.normal, again?.form], [one.normal, one.form]);
        }
      }),
    );
  });

  it('are looked for in 100,000 characters within a moment', () => {
    const text = '检察机关依照《中华人民共和国刑法》第二百一十三条的规定提起公诉，'.repeat(3_000);
    const begun = performance.now();
    assert.equal(findAuthorities(text).length, 3_000);
    assert.ok(performance.now() - begun < 1_500);
  });
});

describe('a number written as in a statute', () => {
  it('is read as what it was', () => {
    for (let value = 1; value < 10_000; value += 1)
      assert.equal(readNumber(writeNumber(value)), value);
    assert.deepEqual([213, 105, 12, 1_020, 10].map(writeNumber), [
      '二百一十三',
      '一百零五',
      '十二',
      '一千零二十',
      '十',
    ]);
  });
});
