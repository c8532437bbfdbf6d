import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { forgeries } from '../support/trial/attacks.ts';
import type { Trial } from '../support/trial/model.ts';
import { runTrial } from '../support/trial/run-trial.ts';

/**
 * Points, provinces and months of the trial; the whole one: `JIANZHI_TRIAL=80x31x24 node --test test/store/trial.test.ts`. It prints its
 * seed, and `JIANZHI_SEED=…` with the same size replays it.
 */
const SIZE = process.env['JIANZHI_TRIAL'] ?? '6x2x4';
const [points = 6, provinces = 2, months = 4] = SIZE.split('x').map(Number);
const isLong = process.env['JIANZHI_TRIAL'] !== undefined;
const SEED = Number(process.env['JIANZHI_SEED'] ?? (isLong ? Date.now() % 1_000_000 : 1));

const tell = (line: string) => {
  if (isLong) console.log(new Date().toISOString(), line);
};
const countOf = ({ counts }: Trial, pattern: RegExp) =>
  [...counts].reduce((sum, [name, count]) => sum + (pattern.test(name) ? count : 0), 0);

describe('a trial of many offices over years', () => {
  it(`loses, doubles, forges and misreads nothing: JIANZHI_TRIAL=${SIZE} JIANZHI_SEED=${String(SEED)}`, async () => {
    const trial = await runTrial(SEED, { points, provinces, months }, tell);
    tell(JSON.stringify(Object.fromEntries(trial.counts)));
    if (points < 40 && SEED !== 1) return;
    // That it happened at all: what never happens proves nothing.
    for (const what of [
      / taken$/u,
      / again$/u,
      /^lost$/u,
      /^restores$/u,
      /^key changes$/u,
      /^withdrawals overtaken$/u,
      /epoch-unconfirmed$/u,
    ])
      assert.ok(countOf(trial, what) > 0, String(what));
    const codes = new Set([...trial.counts.keys()].map((name) => name.split(' ').at(-1)));
    assert.ok([...codes].filter((code) => code?.startsWith('pack-')).length >= 5);
    if (points >= 40)
      for (const name of Object.keys(forgeries))
        assert.ok(
          trial.story.some((line) => line.includes(name)),
          `never tried: ${name}`,
        );
  });

  it('runs again as it ran, from its seed', { skip: isLong }, async () => {
    const size = { points: 2, provinces: 1, months: 2 };
    const one = await runTrial(4, size, tell);
    const other = await runTrial(4, size, tell);
    assert.deepEqual(one.story, other.story);
    assert.ok(one.story.length > 20);
  });
});
