import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MAX_QUERY_LENGTH, termsOf } from '../../../shared/text/terms.ts';

describe('the terms of a query', () => {
  it('are what stands between white space of any kind, folded, each once', () => {
    assert.deepEqual(termsOf('  假冒\u3000註冊商標\n假冒\tＡbc '), ['假冒', '注册商标', 'abc']);
  });

  it('keep their punctuation', () => {
    assert.deepEqual(termsOf('销售，假冒 （2022）'), ['销售,假冒', '(2022)']);
  });

  it('are not made of punctuation, ASCII symbols, controls or formats alone', () => {
    assert.deepEqual(termsOf('， 。！？ "" + = <> | ~ \u0000 \u200b \ud842 —— 《》'), []);
    assert.deepEqual(termsOf(''), []);
  });

  it('may be emoji, signs and characters of any script', () => {
    assert.deepEqual(termsOf('👍 ℃ é ㄅ \u{e000}'), ['👍', '℃', 'é', 'ㄅ', '\u{e000}']);
  });

  it('end where the query gets too long', () => {
    assert.deepEqual(
      termsOf('商'.repeat(MAX_QUERY_LENGTH) + ' 标').map(({ length }) => length),
      [MAX_QUERY_LENGTH],
    );
  });
});
