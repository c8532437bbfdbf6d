import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chineseNumeral, headingNumbers } from '../../../shared/document/heading-numbers.ts';
import type { Block, Heading } from '../../../shared/document/tree.ts';

const heading = (level: 1 | 2 | 3, numbered = true): Heading => ({
  type: 'heading',
  level,
  ...(numbered ? { numbered: true as const } : {}),
  children: [],
});

describe('the numbers of headings', () => {
  it('write Chinese numerals as the field does', () => {
    assert.deepEqual([1, 9, 10, 11, 20, 21, 90, 99, 100, 0].map(chineseNumeral), [
      '一',
      '九',
      '十',
      '十一',
      '二十',
      '二十一',
      '九十',
      '九十九',
      '100',
      '0',
    ]);
  });

  it('count each level, and begin again under a heading above', () => {
    const blocks: Block[] = [
      heading(1),
      heading(2),
      heading(3),
      heading(3),
      { type: 'paragraph', children: [] },
      heading(2, false),
      heading(2),
      heading(3),
      heading(1),
      heading(2),
    ];
    assert.deepEqual(
      [...headingNumbers(blocks).values()],
      ['（一）', '1.', '（1）', '（2）', '2.', '（1）', '（二）', '1.'],
    );
  });
});
