import { factors, type Parts } from '../../shared/designation/score.ts';
import styles from './designation.module.css';

/** The sum drawn as its parts, in the order of the columns; `most` is what could be reached. */
export function PartsBar({ parts, most }: { parts: Parts; most: number }) {
  return (
    <span className={styles.bar} aria-hidden>
      {factors.map((factor) => (
        <span
          key={factor}
          className={styles.part}
          data-factor={factor}
          style={{ width: `${(100 * parts[factor]) / most}%` }}
        />
      ))}
    </span>
  );
}
