import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findSounds, mayBeSound, soundPhrases, soundTokens } from '../../../shared/text/sounds.ts';

const title = '岑岭茶业A假冒註冊商标案';
const found = (term: string) =>
  findSounds(title, term).map(({ start, end }) => title.slice(start, end));

describe('the sounds of a title', () => {
  it('are found whole, with the last syllable unfinished, or as initials, from a character on', () => {
    assert.deepEqual(found('jiamao'), ['假冒']);
    assert.deepEqual(found('jiamaozhuceshangb'), ['假冒註冊商标']);
    assert.deepEqual(found('jm'), ['假冒']);
    assert.deepEqual(found('zcsb'), ['註冊商标']);
    assert.deepEqual(found('cenling'), ['岑岭']);
  });

  it('are not found within a syllable, across what has none, or by a letter', () => {
    for (const term of ['amao', 'yejia', 'yj', 'j', 'jiamaoo', 'jia冒']) {
      assert.deepEqual(found(term), [], term);
    }
  });

  it('follow the words a character stands in', () => {
    assert.equal(findSounds('重庆银行', 'chongqingyinhang').length, 1);
  });

  it('are in the index wherever they are found', () => {
    const line = ` ${soundTokens(title).join(' ')} `;
    for (const term of [
      'jiamao',
      'jiam',
      'jm',
      'zcsb',
      'cenling',
      'amao',
      'yejia',
      'yj',
      'lingcha',
      'maozh',
    ]) {
      const isIndexed = soundPhrases(term).some(({ tokens, isOpen }) =>
        line.includes(` ${tokens.join(' ')}${isOpen ? '' : ' '}`),
      );
      assert.equal(isIndexed, found(term).length > 0, term);
    }
  });

  it('are not looked for with anything but a few letters', () => {
    for (const term of ['a', 'a1', '甲', 'a'.repeat(61), '']) assert.ok(!mayBeSound(term), term);
    assert.ok(soundPhrases('a'.repeat(60)).length < 100);
  });
});
