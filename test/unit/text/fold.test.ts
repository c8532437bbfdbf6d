import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fold } from '../../../shared/text/fold.ts';

describe('fold', () => {
  it('makes equal what differs only in width, case, brackets, quotation marks, dashes or dots', () => {
    const groups = [
      [
        '（2022）浙0603民再67号',
        '(2022)浙0603民再67号',
        '〔2022〕浙０６０３民再６７号',
        '【2022】浙0603民再67号',
      ],
      ['ZL200710304704.X', 'zl200710304704.x', 'ＺＬ２００７１０３０４７０４．Ｘ'],
      ['“商标”', '"商标"', '「商标」', '『商标』', '＂商标＂'],
      ['11-2013-F', '11－2013—f', '11–2013−F'],
      ['阿卜杜拉·某', '阿卜杜拉•某', '阿卜杜拉・某'],
      ['二〇二二年', '二○二二年'],
      ['〈刑法〉', '《刑法》'],
    ];
    for (const [first = '', ...others] of groups) {
      for (const other of others) assert.equal(fold(other), fold(first));
    }
  });

  it('makes traditional characters simplified where one maps to one', () => {
    assert.equal(fold('著作權、註冊商標與營業秘密'), '著作权、注册商标与营业秘密');
    assert.equal(fold('檢察機關監督'), '检察机关监督');
    assert.equal(fold('於後裡'), '于后里');
  });

  it('takes compatibility characters for the plain ones', () => {
    assert.equal(fold('\u{f900}'), '岂');
    assert.equal(fold('⼀'), '一');
  });

  it('leaves simplified text, line ends, emoji and lone surrogates alone', () => {
    for (const text of ['被告人林某、经查。\n第二段\t。', '👨‍👩‍👧', '𠮷', '\ud842', 'a\u0000b', '']) {
      assert.equal(fold(text), text);
    }
  });

  it('keeps the length and the borders of code points, and folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const folded = fold(text);
        assert.equal(folded.length, text.length);
        assert.equal(Array.from(folded).length, Array.from(text).length);
        assert.equal(fold(folded), folded);
      }),
    );
    const every = Array.from({ length: 0x30000 }, (_, code) => String.fromCodePoint(code)).join(
      ' ',
    );
    const folded = fold(every);
    const lengths = (text: string) => Array.from(text, (one) => one.length).join('');
    assert.ok(lengths(folded) === lengths(every));
    assert.ok(fold(folded) === folded);
  });

  it('folds a text as it folds its characters, also across the stretches it works in', () => {
    const text = 'Ａ權（'.repeat(3000) + '𠮷'.repeat(2000);
    assert.equal(fold(text), 'a权('.repeat(3000) + '𠮷'.repeat(2000));
  });
});
