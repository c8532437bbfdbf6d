import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visibleItems } from '../../../renderer/editor/outline/visible-items.ts';
import type { HeadingSurvey, SectionSurvey } from '../../../renderer/editor/survey/survey.ts';

const headings = (...lines: [1 | 2 | 3, string][]): HeadingSurvey[] =>
  lines.map(([level, title]) => ({ key: title, level, title, number: '' }));
const facts: SectionSurvey = {
  key: 'F',
  id: 'facts',
  heading: '基本案情',
  characters: 9,
  headings: headings([1, '甲'], [2, '甲一'], [3, '甲一甲'], [1, '乙'], [3, '乙乙']),
};
const names = (folded: string[], heading: string | null = null) =>
  visibleItems({ sections: [facts], here: { section: 'F', heading } }, new Set(folded)).map(
    ({ name, isHere }) => (isHere ? `[${name}]` : name),
  );

test('folding hides what is below, and no more', () => {
  assert.deepEqual(names([]), ['[基本案情]', '甲', '甲一', '甲一甲', '乙', '乙乙']);
  assert.deepEqual(names(['facts 甲']), ['[基本案情]', '甲', '乙', '乙乙']);
  assert.deepEqual(names(['facts 甲一']), ['[基本案情]', '甲', '甲一', '乙', '乙乙']);
  assert.deepEqual(names(['facts']), ['[基本案情]']);
});

test('the place of the caret is marked on the deepest line that shows it', () => {
  assert.deepEqual(names([], '甲一甲'), ['基本案情', '甲', '甲一', '[甲一甲]', '乙', '乙乙']);
  assert.deepEqual(names(['facts 甲'], '甲一甲'), ['基本案情', '[甲]', '乙', '乙乙']);
  assert.deepEqual(names(['facts'], '乙乙'), ['[基本案情]']);
});

test('a heading knows what it lies below, also when a level is left out', () => {
  const items = visibleItems(
    { sections: [facts], here: { section: null, heading: null } },
    new Set(),
  );
  assert.deepEqual(
    items.map(({ parent }) => parent),
    [null, 'F', '甲', '甲一', 'F', '乙'],
  );
});
