import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { farFrom } from '../../../renderer/api/use-pages.ts';

const pages = (...numbers: number[]) => new Map(numbers.map((number) => [number, null]));
const upTo = (end: number) => Array.from({ length: end }, (_, at) => at);

describe('pages of a long list', () => {
  it('are all held while they are few', () => {
    assert.deepEqual(farFrom([900, 901], pages(...upTo(24))), []);
  });

  it('go, the farthest first, but never the first page nor what is in view', () => {
    assert.deepEqual(farFrom([0, 1], pages(...upTo(26))), [25, 24]);
    assert.deepEqual(farFrom([500, 501], pages(...upTo(24), 500, 501)), [1, 2]);
  });
});
