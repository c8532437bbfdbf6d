import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import styles from './facets.module.css';
import { facetValueName, withCode } from './facet-filters.ts';

/** The filters in use. A click on one turns it round, its cross takes it away. */
export function FacetChips() {
  const { words, language } = useSpeech();
  const { finding, setFinding } = useView();
  const { search } = words;
  const { where } = finding;
  if (where.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={search.filtersOn}>
      {where.flatMap(({ list, codes, isExcluded }) =>
        codes.map((code) => {
          const name = facetValueName(list, code, words, language);
          const turned = isExcluded ? 'in' : 'excluded';
          return (
            <li
              key={`${list} ${code}`}
              className={styles.chip}
              data-excluded={isExcluded || undefined}
            >
              <UnstyledButton
                className={styles.chipName}
                title={isExcluded ? search.include(name) : search.exclude(name)}
                aria-label={isExcluded ? search.include(name) : search.exclude(name)}
                onClick={() => setFinding({ where: withCode(where, list, code, turned) })}
              >
                {isExcluded ? search.excluded(name) : name}
              </UnstyledButton>
              <UnstyledButton
                className={styles.chipRemove}
                aria-label={search.removeFilter(name)}
                onClick={() => setFinding({ where: withCode(where, list, code, 'out') })}
              >
                <IconX size={12} stroke={2} aria-hidden />
              </UnstyledButton>
            </li>
          );
        }),
      )}
      <li>
        <UnstyledButton className={styles.clear} onClick={() => setFinding({ where: [] })}>
          {search.clearFilters}
        </UnstyledButton>
      </li>
    </ul>
  );
}
