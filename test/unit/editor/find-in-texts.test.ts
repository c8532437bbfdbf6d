import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findInTexts, type FindQuery } from '../../../renderer/editor/find/find-in-texts.ts';

const plain: FindQuery = {
  text: '',
  replacement: '',
  isExpression: false,
  matchesCase: false,
  wholeWord: false,
};
const found = (texts: string[], query: Partial<FindQuery>) =>
  findInTexts(texts, { ...plain, ...query })?.matches.map(({ block, start, end }) => [
    block,
    start,
    end,
  ]);

test('a text is found as it is written, whatever signs are in it', () => {
  assert.deepEqual(found(['（2025）岚0102刑初47号', '47号.*-/'], { text: '47号' }), [
    [0, 13, 16],
    [1, 0, 3],
  ]);
  assert.deepEqual(found(['a.*-/[b]$^'], { text: '.*-/[b]$^' }), [[0, 1, 10]]);
});

test('case counts only when asked for', () => {
  assert.equal(found(['ABC abc'], { text: 'abc' })?.length, 2);
  assert.deepEqual(found(['ABC abc'], { text: 'abc', matchesCase: true }), [[0, 4, 7]]);
});

test('whole words concern Latin letters and digits; Chinese has no gaps', () => {
  assert.deepEqual(found(['APP与APPLE'], { text: 'app', wholeWord: true }), [[0, 0, 3]]);
  assert.equal(found(['侵犯商标权'], { text: '商标', wholeWord: true })?.length, 1);
});

test('an expression fills its groups into the replacement; a text does not', () => {
  const query = { ...plain, text: '(\\d+)年(?<m>\\d+)月', replacement: '$1-$<m> $& $$ $7' };
  const [match] = findInTexts(['2025年3月'], { ...query, isExpression: true })?.matches ?? [];
  assert.equal(match?.replacement, '2025-3 2025年3月 $ $7');
  const [other] = findInTexts(['价'], { ...plain, text: '价', replacement: '$&$1' })?.matches ?? [];
  assert.equal(other?.replacement, '$&$1');
});

test('what is no expression is not looked for, and empty matches do not count', () => {
  assert.equal(findInTexts(['x'], { ...plain, text: '(', isExpression: true }), null);
  assert.deepEqual(found(['甲乙'], { text: '丙*', isExpression: true }), []);
});
