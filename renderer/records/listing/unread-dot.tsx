import { useWords } from '../../app/words.tsx';
import styles from './unread-dot.module.css';

/** It came from outside and nobody has opened it. */
export function UnreadDot() {
  const { listing } = useWords();
  return (
    <span className={styles.dot}>
      <span className="only-for-readers">{listing.unread}</span>
    </span>
  );
}
