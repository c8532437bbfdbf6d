import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factors, partsOf, sumOf, usualWeights } from '../../../shared/designation/score.ts';

const values = { caseload: 50, comprehensive: 3, demonstration: true, province: 100, coverage: 1 };
const most = { caseload: 100, province: 400 };

describe('the weighted sum of a candidate', () => {
  it('is the sum of its parts, each a weight times a share', () => {
    const weights = { ...usualWeights, caseload: 4, province: 0 };
    const parts = partsOf(values, most, weights);
    assert.deepEqual(parts, {
      caseload: 2,
      comprehensive: 0.75,
      demonstration: 1,
      province: 0,
      coverage: 0.5,
    });
    assert.equal(sumOf(parts), 4.25);
  });
  it('gets nothing from what is not known, and nothing from a weight of nought', () => {
    const unknown = { ...values, caseload: null, comprehensive: null, province: null };
    const parts = partsOf(unknown, { caseload: 0, province: 0 }, usualWeights);
    assert.deepEqual([parts.caseload, parts.comprehensive, parts.province], [0, 0, 0]);
    const none = { caseload: 0, comprehensive: 0, demonstration: 0, province: 0, coverage: 0 };
    assert.equal(sumOf(partsOf(values, most, none)), 0);
  });
  it('begins with every factor alike, since no weights were published', () => {
    for (const factor of factors) assert.equal(usualWeights[factor], 1);
  });
});
