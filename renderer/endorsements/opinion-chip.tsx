import type { Opinion } from '../../shared/contract/endorsements.ts';
import { useWords } from '../app/words.tsx';
import styles from './endorsements.module.css';

/** An opinion in a word; null where there is none yet. */
export function OpinionChip({ opinion }: { opinion: Opinion | null }) {
  const { endorsements } = useWords();
  return (
    <span className={styles.chip} data-opinion={opinion ?? 'none'}>
      {opinion === null ? endorsements.noOpinion : endorsements.opinions[opinion]}
    </span>
  );
}
