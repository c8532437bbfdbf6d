import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useView } from '../../app/view.tsx';
import { useSpeech } from '../../app/words.tsx';
import { markName, withFilter } from './filters.ts';
import styles from './listing.module.css';

/** The filters in use; each goes by a click. */
export function FilterChips() {
  const { words, language } = useSpeech();
  const { fields } = words;
  const { listing, setListing } = useView();
  const { where } = listing;
  if (where.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={fields.filtersOn}>
      {where.flatMap(({ list, codes }) =>
        codes.map((code) => {
          const name = markName(list, code, language);
          return (
            <li key={`${list} ${code}`}>
              <UnstyledButton
                className={styles.chip}
                aria-label={fields.removeFilter(name)}
                onClick={() => setListing({ where: withFilter(where, list, code, false) })}
              >
                <span className={styles.chipName}>{name}</span>
                <IconX size={12} stroke={2} aria-hidden />
              </UnstyledButton>
            </li>
          );
        }),
      )}
      <li>
        <UnstyledButton className={styles.clear} onClick={() => setListing({ where: [] })}>
          {fields.clearFilters}
        </UnstyledButton>
      </li>
    </ul>
  );
}
