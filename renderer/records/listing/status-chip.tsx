import type { RecordStatus } from '../../../shared/contract/record-status.ts';
import { useWords } from '../../app/words.tsx';
import styles from './status-chip.module.css';

/** How far a record has come, in a word. */
export function StatusChip({ status }: { status: RecordStatus }) {
  const { statuses } = useWords();
  return (
    <span className={styles.chip} data-status={status}>
      {statuses[status]}
    </span>
  );
}
