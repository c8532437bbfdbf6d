import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shadeOf, stepsOf } from '../../../renderer/situation/shades.ts';
import { tiles, tileToward } from '../../../renderer/situation/tiles.ts';
import { isMonthOrEmpty, monthsOfSpan } from '../../../renderer/situation/use-scope.ts';
import { regions } from '../../../shared/templates/code-lists/regions.ts';

const tile = (code: string) => {
  const found = tiles.find((one) => one.code === code);
  assert.ok(found !== undefined);
  return found;
};

describe('the tiles', () => {
  it('are one for each of the 32 regions, and no two in one place', () => {
    assert.deepEqual(
      tiles.map(({ code }) => code).toSorted(),
      regions.map(({ code }) => code).toSorted(),
    );
    assert.equal(new Set(tiles.map(({ row, column }) => `${row} ${column}`)).size, 32);
  });
  it('are all reached with the arrows from any of them', () => {
    for (const from of tiles) {
      const reached = new Set([from]);
      for (const one of reached) {
        for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
          const next = tileToward(one, key);
          if (next !== null) reached.add(next);
        }
      }
      assert.equal(reached.size, 32, from.short);
    }
  });
  it('lead straight ahead where something stands there, across a gap to the nearest, and nowhere at the edge', () => {
    assert.equal(tileToward(tile('110000'), 'ArrowDown')?.code, '130000');
    assert.equal(tileToward(tile('460000'), 'ArrowRight')?.code, '440000');
    assert.equal(tileToward(tile('650000'), 'ArrowLeft'), null);
    assert.equal(tileToward(tile('110000'), 'a'), null);
  });
});

describe('shades', () => {
  it('put numbers into at most five steps that leave out none', () => {
    const values = [0, 3, 1, 1, 2, 40, 7, 9, 2000, 5];
    const steps = stepsOf(values);
    assert.equal(steps.length, 5);
    for (const value of values) {
      assert.equal(shadeOf(value, steps) === 0, value === 0, String(value));
    }
    assert.equal(shadeOf(2000, steps), 5);
    assert.equal(shadeOf(1, steps), 1);
    assert.equal(shadeOf(null, steps), 0);
  });
  it('are one in the middle for one number, and none for none', () => {
    assert.deepEqual(stepsOf([4, 4, 0]), [{ from: 4, to: 4, shade: 3 }]);
    assert.deepEqual(stepsOf([0]), []);
  });
});

describe('a span of months', () => {
  const now = Date.UTC(2026, 0, 31, 17);
  it('goes back over the turn of a year, by the calendar of Beijing', () => {
    assert.deepEqual(monthsOfSpan('last-3', '', '', now), { from: '2025-12', to: '2026-02' });
    assert.deepEqual(monthsOfSpan('last-12', '', '', now), { from: '2025-03', to: '2026-02' });
    assert.deepEqual(monthsOfSpan('this-year', '', '', now), { from: '2026-01', to: '2026-02' });
    assert.deepEqual(monthsOfSpan('all', '2026-01', '', now), {});
  });
  it('is bounded only by what is a month', () => {
    assert.deepEqual(monthsOfSpan('custom', '2026-1', '2026-03', now), { to: '2026-03' });
    assert.equal(isMonthOrEmpty('2026-13'), false);
  });
});
