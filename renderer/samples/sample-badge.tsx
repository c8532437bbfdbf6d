import { useWords } from '../app/words.tsx';
import styles from './sample-badge.module.css';

/** Says that a record is one of the invented samples. */
export function SampleBadge() {
  return <span className={styles.badge}>{useWords().samples.badge}</span>;
}
