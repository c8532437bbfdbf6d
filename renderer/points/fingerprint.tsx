import { useWords } from '../app/words.tsx';
import styles from './fingerprint.module.css';

type Props = { groups: string; size?: 'text' | 'large' };

/** Thirty digits in six groups, set so that they can be read out without losing the place. */
export function Fingerprint({ groups, size = 'text' }: Props) {
  const { points } = useWords();
  return (
    <span
      className={styles.fingerprint}
      data-size={size}
      role="img"
      aria-label={points.fingerprintGroups(groups)}
    >
      {groups.split(' ').map((group, index) => (
        <span key={index} className={styles.group}>
          {group}
        </span>
      ))}
    </span>
  );
}
