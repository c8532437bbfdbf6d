import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { align, gapsBetween, type Match } from '../../../shared/text/align.ts';

const letters = fc.array(fc.constantFrom('甲', '乙', '丙', '丁', '戊'), { maxLength: 30 });
const lengthOf = (matches: readonly Match[]) =>
  matches.reduce((sum, { length }) => sum + length, 0);

/** The classic table: slow, and beyond doubt. */
function longestCommon(before: readonly string[], after: readonly string[]): number {
  let row = Array.from({ length: after.length + 1 }, () => 0);
  for (const one of before) {
    const next = [0];
    for (const [at, other] of after.entries()) {
      next.push(one === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe('aligning two sequences', () => {
  for (const anchors of [true, false]) {
    it(`matches only equal elements, in order, and leaves the rest in gaps (anchors: ${String(anchors)})`, () => {
      fc.assert(
        fc.property(letters, letters, (before, after) => {
          const matches = align(before, after, { anchors });
          let [a, b] = [0, 0];
          for (const match of matches) {
            assert.ok(match.before >= a && match.after >= b && match.length > 0);
            for (let step = 0; step < match.length; step += 1) {
              assert.equal(before[match.before + step], after[match.after + step]);
            }
            [a, b] = [match.before + match.length, match.after + match.length];
          }
          const rest = gapsBetween(matches, before.length, after.length);
          const removed = rest.reduce((sum, gap) => sum + gap.beforeEnd - gap.beforeStart, 0);
          assert.equal(removed + lengthOf(matches), before.length);
        }),
        { numRuns: 500 },
      );
    });
  }

  it('matches as much as can be matched where no anchors are wanted', () => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const matches = align(before, after, { anchors: false });
        assert.equal(lengthOf(matches), longestCommon(before, after));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps what is there once in its place, whatever repeats around it', () => {
    const matches = align(Array.from('甲甲乙丙甲'), Array.from('甲丙甲甲乙甲'), { anchors: true });
    assert.ok(matches.some(({ before, after }) => before <= 2 && after <= 4));
    assert.deepEqual(align(['一', '二', '三'], ['三', '一', '二'], { anchors: true }), [
      { before: 0, after: 1, length: 2 },
    ]);
  });

  it('of two long sequences with nothing in common ends soon', () => {
    const before = Array.from({ length: 60_000 }, (_, at) => at % 7000);
    const after = Array.from({ length: 60_000 }, (_, at) => 10_000 + (at % 7000));
    const start = performance.now();
    assert.deepEqual(align(before, after, { anchors: true }), []);
    assert.deepEqual(align(before, after, { anchors: false }), []);
    assert.ok(performance.now() - start < 1000);
  });
});
