import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resemblanceOf, sketchOf } from '../../../shared/text/shingles.ts';

const sentences = Array.from(
  { length: 200 },
  (_, at) =>
    `第${at * 7919}号证据证明林某于${2000 + at}年${at % 12}月在云汀市${at * 31}号仓库存放茶叶${at * 17}箱。`,
);
const alike = (one: string[], other: string[]) => resemblanceOf(sketchOf(one), sketchOf(other));

describe('how much of two texts is the same', () => {
  it('is all of it, whatever the layout, the brackets and the width of characters', () => {
    assert.equal(alike(sentences, [sentences.join('\n\n　　')]), 1);
    assert.equal(
      alike(['【基本案情】ＡＢＣ林某销售假冒商品'], ['[基本案情] abc 林某，销售假冒商品']),
      1,
    );
  });

  it('is nothing of different texts, and of texts too short to say', () => {
    assert.ok(alike(sentences, ['有声读物网站未经许可传播他人作品，情节严重。']) < 0.05);
    assert.equal(alike(['林某案'], ['林某案']), 0);
    assert.equal(alike([''], sentences), 0);
  });

  it('is about the share of runs in common', () => {
    const half = alike(sentences, sentences.slice(0, 100));
    assert.ok(half > 0.35 && half < 0.65, String(half));
    const most = alike(sentences, sentences.slice(0, 180));
    assert.ok(most > 0.8 && most < 0.98, String(most));
  });
});
