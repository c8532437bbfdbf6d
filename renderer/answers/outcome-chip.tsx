import type { ReceiptOutcome } from '../../shared/packs/statement.ts';
import { useWords } from '../app/words.tsx';
import styles from './answers.module.css';

/** What became of a record at another office, in a word. */
export function OutcomeChip({ outcome }: { outcome: ReceiptOutcome }) {
  const { outcomes } = useWords();
  return (
    <span className={styles.chip} data-outcome={outcome}>
      {outcomes[outcome]}
    </span>
  );
}
