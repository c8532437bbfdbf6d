import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isFound } from '../../../renderer/points/is-found.ts';

const texts = ['云汀市人民检察院（Ａ区）', '01234 56789 13579 24680 11223 34455'];

describe('a card in a long list', () => {
  it('is found by a part of its name or fingerprint, however it is spaced or typed', () => {
    for (const typed of [
      '云汀市',
      '云汀 市人民',
      '(a区)',
      '5678913',
      '56789 135',
      '５６７８９-１３５',
    ])
      assert.equal(isFound(typed, texts), true, typed);
  });

  it('is not found by what stands nowhere in it, nor across two of its texts', () => {
    for (const typed of ['望舒区', '99999', '云汀县', '区)01234'])
      assert.equal(isFound(typed, texts), false, typed);
  });
});
