import type { RegionSituation } from '../../shared/contract/situation.ts';
import type { Words } from '../../shared/i18n/index.ts';
import { DAY_STEPS, daysSince, shadeOf, stepsOf, type Shade, type Step } from './shades.ts';

export const measures = ['points', 'submissions', 'adopted', 'lastAt', 'caseload'] as const;
export type Measure = (typeof measures)[number];

/** The numbers of all regions for one measure, and how they are shown. */
export type Scale = {
  steps: readonly Step[];
  shade: (region: RegionSituation) => Shade;
  text: (region: RegionSituation) => string;
};

export function scaleOf(
  measure: Measure,
  regions: readonly RegionSituation[],
  { situation }: Words,
  count: (value: number) => string,
  now: number,
): Scale {
  if (measure === 'lastAt') {
    const days = ({ lastAt }: RegionSituation) => (lastAt === null ? null : daysSince(lastAt, now));
    return {
      steps: DAY_STEPS,
      shade: (region) => shadeOf(days(region), DAY_STEPS),
      text: (region) => {
        const since = days(region);
        if (since === null) return situation.never;
        return since === 0 ? situation.today : situation.days(count(since));
      },
    };
  }
  const steps = stepsOf(regions.map((region) => region[measure] ?? 0));
  return {
    steps,
    shade: (region) => shadeOf(region[measure], steps),
    text: (region) => {
      const value = region[measure];
      return value === null ? '—' : count(value);
    },
  };
}
