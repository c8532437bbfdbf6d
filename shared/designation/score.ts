/** The published factors, in the order in which they were named. */
export const factors = [
  'caseload',
  'comprehensive',
  'demonstration',
  'province',
  'coverage',
] as const;
export type Factor = (typeof factors)[number];

/** What is known of a candidate. Null: nobody has said. */
export type FactorValues = {
  /** Cases of the office in the period. */
  caseload: number | null;
  /** Of the four functions, how many show in its figures. */
  comprehensive: number | null;
  /** Whether it lies in a demonstration zone. */
  demonstration: boolean;
  /** Cases of the whole region in the period. */
  province: number | null;
  /** Contact points that the region has already. */
  coverage: number;
};
export type Weights = Readonly<Record<Factor, number>>;
export type Parts = Readonly<Record<Factor, number>>;

/** Nobody published weights: all count the same until somebody says otherwise. */
export const usualWeights: Weights = {
  caseload: 1,
  comprehensive: 1,
  demonstration: 1,
  province: 1,
  coverage: 1,
};
export const MOST_WEIGHT = 10;

export type Most = { caseload: number; province: number };

/**
 * What each factor adds to the sum: its weight times a share from 0 to 1. The shares: cases of the highest number of cases among the
 * candidates; functions of four; in a zone or not; cases of the region of the highest; 1, ½, ⅓ … with 0, 1, 2 … points there already.
 * What is not known adds nothing, and is to be shown as not known.
 */
export function partsOf(values: FactorValues, most: Most, weights: Weights): Parts {
  const shares: Parts = {
    caseload: shareOf(values.caseload, most.caseload),
    comprehensive: shareOf(values.comprehensive, 4),
    demonstration: values.demonstration ? 1 : 0,
    province: shareOf(values.province, most.province),
    coverage: 1 / (1 + values.coverage),
  };
  return {
    caseload: weights.caseload * shares.caseload,
    comprehensive: weights.comprehensive * shares.comprehensive,
    demonstration: weights.demonstration * shares.demonstration,
    province: weights.province * shares.province,
    coverage: weights.coverage * shares.coverage,
  };
}

export function sumOf(parts: Parts): number {
  return factors.reduce((sum, factor) => sum + parts[factor], 0);
}

function shareOf(value: number | null, most: number): number {
  return value === null || most <= 0 ? 0 : Math.min(1, value / most);
}
