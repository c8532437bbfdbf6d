import { makeRandom, type Random } from '../../bench/random.ts';
import { sentenceOf, type Maker, type Sentence } from './answer.ts';
import { heldOutNegatives, negatives } from './negatives.ts';
import { heldOutPositives, positives } from './positives.ts';

/**
 * Chinese sentences with known answers, for the scanner: made up, seeded, half of them with nothing to be found. Written
 * and frozen before the scanner's first rule; `test/unit/text/scan-sentences.test.ts` holds the frozen state.
 */
export const PER_SEED = 100;
/** For every day. */
export const dailySeeds: readonly number[] = Array.from({ length: 180 }, (_, at) => at + 1);
/** A tenth, which only `npm run bench -- scan --held-out` looks at; they know frames of their own, too. */
export const heldOutSeeds: readonly number[] = Array.from({ length: 20 }, (_, at) => at + 181);

export function makeSentences(seed: number): Sentence[] {
  const random = makeRandom(seed * 7919);
  const isHeldOut = heldOutSeeds.includes(seed);
  return Array.from({ length: PER_SEED }, (_, at) =>
    at % 2 === 0 ? makePositive(random, isHeldOut) : makeNegative(random, isHeldOut),
  );
}

function makePositive(random: Random, isHeldOut: boolean): Sentence {
  const group = random.pick(Object.keys(positives));
  const makers = [
    ...(positives[group] ?? []),
    ...(isHeldOut ? (heldOutPositives[group] ?? []) : []),
  ];
  return makeFrom(random, makers, group);
}

function makeNegative(random: Random, isHeldOut: boolean): Sentence {
  const makers = isHeldOut ? [...negatives, ...heldOutNegatives] : negatives;
  return makeFrom(random, makers, 'nothing');
}

function makeFrom(random: Random, makers: readonly Maker[], group: string): Sentence {
  const at = random.below(makers.length);
  const pieces = makers[at]?.(random) ?? [];
  return sentenceOf(pieces, `${group} ${at}`);
}
