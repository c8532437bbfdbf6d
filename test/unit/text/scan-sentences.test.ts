import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import {
  dailySeeds,
  heldOutSeeds,
  makeSentences,
  PER_SEED,
} from '../../support/scan-sentences/index.ts';
import { kinds } from '../../support/scan-sentences/answer.ts';

/** The sentences were written before the rules. Whoever changes one to please a rule changes these, and is seen. */
const FROZEN_FILES = 'e93d2933fe7b721d565cd7aff94f8e8596c6985c39bc92631461b89592ea2236';
const FROZEN_SENTENCES = '2c16cbc7bfeec43b93e9e1614ecf6d3932c14ed57fca6003c4574405627b7929';
const folder = path.join(import.meta.dirname, '../../support/scan-sentences');

test('the generator of sentences is the frozen one', () => {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).toSorted()) {
    hash.update(`${name}\n`).update(readFileSync(path.join(folder, name)));
  }
  assert.equal(hash.digest('hex'), FROZEN_FILES);
});

test('it makes the frozen sentences', () => {
  const hash = createHash('sha256');
  for (const seed of [1, 2, 181]) hash.update(JSON.stringify(makeSentences(seed)));
  assert.equal(hash.digest('hex'), FROZEN_SENTENCES);
});

test('there are enough sentences, half with nothing to find, a tenth of the seeds held out', () => {
  assert.ok(dailySeeds.length * PER_SEED >= 5000);
  assert.equal(heldOutSeeds.length * 10, dailySeeds.length + heldOutSeeds.length);
  assert.ok(!heldOutSeeds.some((seed) => dailySeeds.includes(seed)));
  const sentences = dailySeeds.slice(0, 40).flatMap(makeSentences);
  const empty = sentences.filter(({ answers }) => answers.length === 0);
  assert.equal(empty.length * 2, sentences.length);
  const met = new Set(sentences.flatMap(({ answers }) => answers.map(({ kind }) => kind)));
  assert.deepEqual(
    kinds.filter((kind) => !met.has(kind)),
    [],
  );
});
