import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTitle, typedNumber } from '../../../shared/text/typed-number.ts';

test('the numbers below 一、 are told apart by their form, full width and half', () => {
  const levels = ['（一）甲', '(十二)甲', '1.甲', '12．甲', '3、甲', '（1）甲', '(12) 甲'].map(
    (line) => typedNumber(line)?.level,
  );
  assert.deepEqual(levels, [1, 1, 2, 2, 2, 3, 3]);
});

test('the white space behind a number belongs to it', () => {
  assert.equal(typedNumber('（一） 甲')?.length, 4);
  assert.equal(typedNumber('1.\u3000甲')?.length, 3);
});

test('quantities, years and case numbers are no numbers of headings', () => {
  for (const line of [
    '2.5万元',
    '1.1 概述',
    '（2025）岚0102刑初47号',
    '2025.3',
    '第一',
    '一、甲',
    '甲1.',
  ])
    assert.equal(typedNumber(line), null, line);
});

test('a heading is short and no sentence', () => {
  assert.equal(isTitle('依法追诉'), true);
  assert.equal(isTitle(''), false);
  assert.equal(isTitle('林某售卖三百箱。'), false);
  assert.equal(isTitle('经审查，林某'), false);
  assert.equal(isTitle('长'.repeat(41)), false);
});
