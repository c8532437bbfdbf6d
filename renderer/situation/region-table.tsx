import { UnstyledButton } from '@mantine/core';
import { formatDate } from '../../shared/i18n/format.ts';
import { codeName } from '../../shared/templates/code-lists/index.ts';
import type { RegionSituation } from '../../shared/contract/situation.ts';
import { useSpeech } from '../app/words.tsx';
import { measures, type Measure } from './measures.ts';
import styles from './situation.module.css';
import type { GridProps } from './tile-grid.tsx';

/** The same as the tiles, in words and figures: every region with every measure. */
export function RegionTable({ overview, region: openRegion, onOpen }: GridProps) {
  const { words, language, count } = useSpeech();
  const { situation } = words;
  const textOf = (region: RegionSituation, measure: Measure) => {
    if (measure === 'lastAt')
      return region.lastAt === null ? situation.never : formatDate(region.lastAt);
    const value = region[measure];
    return value === null ? '—' : count(value);
  };
  return (
    <section className={styles.gridPart} aria-label={situation.grid}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{situation.region}</th>
            {measures.map((measure) => (
              <th key={measure} scope="col">
                {measure === 'caseload' && overview.period !== null
                  ? `${situation.measures[measure]} ${overview.period}`
                  : situation.measures[measure]}
              </th>
            ))}
            <th scope="col">{situation.silent}</th>
          </tr>
        </thead>
        <tbody>
          {overview.regions.map((region) => (
            <tr key={region.region} data-open={openRegion === region.region || undefined}>
              <th scope="row">
                {codeName('region', region.region, language)}
                {region.points === 0 && <span className={styles.remark}>{situation.noPoint}</span>}
              </th>
              {measures.map((measure) => (
                <td key={measure}>
                  <UnstyledButton
                    className={styles.number}
                    onClick={() => onOpen(region.region, measure)}
                  >
                    {textOf(region, measure)}
                  </UnstyledButton>
                </td>
              ))}
              <td>
                <UnstyledButton
                  className={styles.number}
                  onClick={() => onOpen(region.region, 'silent')}
                >
                  {count(region.silent)}
                </UnstyledButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
