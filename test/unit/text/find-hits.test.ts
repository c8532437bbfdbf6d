import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findHits } from '../../../shared/text/find-hits.ts';

const marked = (text: string, ...terms: string[]) =>
  findHits(text, terms).map(({ start, end }) => text.slice(start, end));

describe('marking what was searched for', () => {
  it('finds every place, in whatever width, case or script it is written', () => {
    assert.deepEqual(marked('商标、商標、ＡＢＣ与abc', '商标', 'abc'), [
      '商标',
      '商標',
      'ＡＢＣ',
      'abc',
    ]);
  });

  it('joins what overlaps or touches', () => {
    assert.deepEqual(marked('假冒注册商标罪', '假冒注册', '注册商标'), ['假冒注册商标']);
    assert.deepEqual(marked('商商商', '商'), ['商商商']);
  });

  it('finds an identifier in its other written forms', () => {
    const text = '依照《中华人民共和国刑法》第二百一十三条，见（2022）岚0603民再67号。';
    assert.deepEqual(marked(text, '刑法213条'), ['《中华人民共和国刑法》第二百一十三条']);
    assert.deepEqual(marked(text, '2022岚0603民再67号'), ['（2022）岚0603民再67号']);
  });

  it('gives places of the text as it was given, after emoji and astral characters too', () => {
    assert.deepEqual(findHits('👍𠮷商标', ['商标']), [{ start: 4, end: 6 }]);
  });

  it('finds nothing for no terms, an empty term or an empty text', () => {
    assert.deepEqual(findHits('商标', []), []);
    assert.deepEqual(findHits('商标', ['']), []);
    assert.deepEqual(findHits('', ['商标']), []);
  });

  it('is quick enough for every key stroke', () => {
    const text = '被告人林某未经许可，销售假冒注册商标的商品。'.repeat(500);
    const terms = ['假冒', '刑法213条', '著作权'];
    findHits(text, terms);
    const start = performance.now();
    findHits(text, terms);
    assert.ok(performance.now() - start < 100);
  });
});
