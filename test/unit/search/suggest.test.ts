import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { suggest } from '../../../renderer/search/suggest.ts';

const known = { tags: ['重点', '重点 案件'], thisYear: 2026 };
const texts = (text: string, language: 'zh-CN' | 'en' = 'zh-CN') =>
  suggest(text, language, known).map((one) => one.text);

describe('suggestions of the search box', () => {
  it('go on with a field whose name was begun', () => {
    assert.deepEqual(texts('假冒 罪'), ['假冒 罪名:']);
    assert.deepEqual(texts('甲 -（标'), ['甲 -（标题:', '甲 -（标签:']);
    assert.deepEqual(texts('甲标'), []);
    assert.deepEqual(texts('(-标'), ['(-标题:', '(-标签:']);
    assert.deepEqual(texts('cha', 'en'), ['charge:']);
    assert.deepEqual(texts('c'), []);
    assert.deepEqual(texts('轮胎'), []);
    assert.deepEqual(texts(''), []);
    assert.deepEqual(texts('罪名 '), []);
  });

  it('go on with what a field can hold, in quotation marks where there are blanks', () => {
    assert.deepEqual(texts('罪名：侵犯著'), ['罪名：侵犯著作权罪 ']);
    assert.deepEqual(texts('标签:重'), ['标签:重点 ', '标签:"重点 案件" ']);
    assert.deepEqual(texts('年份:'), ['年份:2026 ', '年份:2025 ', '年份:2022..2026 ']);
    assert.deepEqual(texts('kind:prec', 'en'), [
      'kind:"Precedent search report" ',
      'kind:Precedent ',
    ]);
    assert.ok(texts('部分:').includes('部分:典型意义 '));
    assert.equal(texts('罪名:').length, 8);
  });
});
