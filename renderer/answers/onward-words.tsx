import type { OnwardWord } from '../../shared/contract/packs.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useWords } from '../app/words.tsx';
import styles from './answers.module.css';

/** What became of a record where a provincial office forwarded it, with the days of the receipts that say so. */
export function OnwardWords({ words }: { words: readonly OnwardWord[] }) {
  const { answers } = useWords();
  return words.map(({ officeName, receivedAt, purgedAt }) => (
    <span key={officeName} className={styles.onward}>
      {receivedAt !== null && (
        <span>{answers.onwardReceived(officeName, formatDate(receivedAt))}</span>
      )}
      {purgedAt !== null && <span>{answers.onwardPurged(officeName, formatDate(purgedAt))}</span>}
    </span>
  ));
}
