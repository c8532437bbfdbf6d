import { IconMessage } from '@tabler/icons-react';
import { useSpeech } from '../../app/words.tsx';
import styles from './open-comments.module.css';

/** How many comment threads of a record nobody has settled yet; nothing for none. */
export function OpenComments({ number }: { number: number }) {
  const { words, count } = useSpeech();
  if (number === 0) return null;
  const text = words.listing.openComments(count(number));
  return (
    <span className={styles.comments} title={text}>
      <IconMessage size={14} stroke={1.75} aria-hidden />
      <span aria-hidden>{count(number)}</span>
      <span className="only-for-readers">{text}</span>
    </span>
  );
}
