import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findNames } from '../../../../shared/text/parties/find-names.ts';
import { namedParties } from '../../../../shared/text/parties/named-parties.ts';

describe('names in a text', () => {
  const found = (text: string, names: string[]) =>
    findNames(text, names).map(({ name, start, end }) => [names[name], text.slice(start, end)]);

  it('are found where the longer one is not', () => {
    assert.deepEqual(found('李明华与李明，李明华。', ['李明', '李明华']), [
      ['李明华', '李明华'],
      ['李明', '李明'],
      ['李明华', '李明华'],
    ]);
  });

  it('are found through blanks, line ends, width and invisible characters', () => {
    assert.deepEqual(
      found('李　明、李\u200b明、李\n明、Ｊｏｈｎ  Smith和johnsmithson', ['李明', 'John Smith']),
      [
        ['李明', '李　明'],
        ['李明', '李\u200b明'],
        ['李明', '李\n明'],
        ['John Smith', 'Ｊｏｈｎ  Smith'],
      ],
    );
  });

  it('that are one character or a pseudonym are not looked for', () => {
    assert.deepEqual(found('某某说某，林某也说。', ['某', '林某', '']), []);
  });

  it('may hold what a pattern is made of', () => {
    assert.deepEqual(found('A.B*(C)公司与AxB', ['A.B*(C)公司', 'A.B', 'Ann O’Neil-Li']), [
      ['A.B*(C)公司', 'A.B*(C)公司'],
    ]);
  });
});

describe('parties named after their role', () => {
  const named = (text: string) => namedParties(text).map(({ name, role }) => `${role} ${name}`);

  it('are suggested with it, lists and companies included', () => {
    assert.deepEqual(named('被告人李明、王刚和欧阳修文等三人在云汀市租房。证人赵四海的证言。'), [
      'defendant 李明',
      'defendant 王刚',
      'defendant 欧阳修文',
      'witness 赵四海',
    ]);
    assert.deepEqual(named('被告人李小明与被告人张志和，被告人李明和王刚。'), [
      'defendant 李小明',
      'defendant 张志和',
      'defendant 李明',
      'defendant 王刚',
    ]);
    assert.deepEqual(named('被害单位岑岭茶业有限公司报案，法定代表人：林建国'), [
      'victim-unit 岑岭茶业有限公司',
      'representative 林建国',
    ]);
    assert.deepEqual(named('原告折枝文化传媒有限公司与被告汐桥机电有限公司'), [
      'plaintiff 折枝文化传媒有限公司',
      'accused 汐桥机电有限公司',
    ]);
    assert.deepEqual(named('被告人买买提·吐尔逊将；被告人John Smith到案'), [
      'defendant 买买提·吐尔逊',
      'defendant John Smith',
    ]);
  });

  it('are rather none than wrong ones', () => {
    for (const text of [
      '被害人陈述',
      '证人证言',
      '证人出庭',
      '被告人均认罪',
      '被告人明知是假冒',
      '被告人应当知道',
      '被告人于2024年',
      '被告人及其辩护人',
      '申请人不服',
      '第三人撤销之诉',
      '被告人方',
      '被告人曾因',
      '权利人利益',
      '被告人向公安机关',
      '被告人安排他人',
      '被告人何某甲、何某乙',
      '被告单位某公司',
      '被告人左右',
      '被告人成立公司',
      '被告人全部退赃',
      '',
    ]) {
      assert.deepEqual(named(text), [], text);
    }
  });

  it('are each named once, by the first role', () => {
    assert.deepEqual(named('被告人李明，被害人李明。'), ['defendant 李明']);
  });

  it('are found in a long text of nothing but roles in no time to speak of', () => {
    const start = performance.now();
    for (const seed of ['被告人', '被告人李明、', '被告单位江', '证人·', '原告A']) {
      namedParties(seed.repeat(100_000));
    }
    assert.ok(performance.now() - start < 5_000);
  });
});
