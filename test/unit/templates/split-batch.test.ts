import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textLine, roughText } from '../../../shared/templates/recognise/rough-block.ts';
import { splitBatch } from '../../../shared/templates/recognise/split-batch.ts';

const split = (text: string) =>
  splitBatch(text.split('\n').map((line) => textLine(line))).map((part) =>
    part.map(roughText).join('\n'),
  );
const oneCase = (head: string, name: string) =>
  `${head}${name}\n【基本案情】${name}的经过。\n【典型意义】以案促治。`;

describe('splitting a published batch', () => {
  it('gives the notice with its list, then each case', () => {
    const notice =
      '关于发布知识产权典型案例的通知\n各市检察院：\n现予印发。\n目录\n案例一 林某案\n案例二 周某某案\n案例三 何某甲案';
    const cases = [
      oneCase('案例一\n', '林某案'),
      oneCase('案例二\n', '周某某案'),
      oneCase('案例三\n', '何某甲案'),
    ];
    assert.deepEqual(split([notice, ...cases].join('\n')), [notice, ...cases]);
  });

  it('knows the ways of counting', () => {
    for (const head of [
      (n: string) => `【案例${n}】`,
      (n: string) => `典型案例${n}：`,
      (n: string) => `案例之${n} `,
      (n: string) => `${n}、`,
    ]) {
      const cases = [oneCase(head('一'), '林某案'), oneCase(head('二'), '周某某案')];
      assert.deepEqual(split(cases.join('\n')), cases);
    }
  });

  it('counts past ten', () => {
    const numbers = Array.from('一二三四五六七八九十').concat('十一', '十二');
    assert.equal(split(numbers.map((n) => oneCase(`案例${n}\n`, '某案')).join('\n')).length, 12);
  });

  it('leaves a text whole that only cites cases, or counts otherwise', () => {
    const texts = [
      '商业秘密研究\n案例一：林某案，法院认为如此。\n案例二：周某某案，法院认为如彼。\n对策建议',
      oneCase('案例一\n', '林某案'),
      `${oneCase('案例一\n', '林某案')}\n${oneCase('案例三\n', '何某甲案')}`,
      '林某案\n一、基本案情\n经过。\n二、典型意义\n意义。',
    ];
    for (const text of texts) assert.deepEqual(split(text), [text]);
  });
});
