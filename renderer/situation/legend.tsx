import { useSpeech } from '../app/words.tsx';
import type { Measure, Scale } from './measures.ts';
import styles from './situation.module.css';

/** What the shades and the two signs of a tile mean. */
export function Legend({ measure, scale }: { measure: Measure; scale: Scale }) {
  const { words, count } = useSpeech();
  const { situation } = words;
  const none =
    measure === 'lastAt'
      ? situation.never
      : measure === 'caseload'
        ? situation.noFigures
        : situation.none;
  return (
    <ul className={styles.legend} aria-label={situation.legend}>
      <li>
        <span className={styles.swatch} data-shade={0} />
        {none}
      </li>
      {scale.steps.map(({ from, to, shade }) => (
        <li key={from}>
          <span className={styles.swatch} data-shade={shade} />
          {measure !== 'lastAt'
            ? situation.range(count(from), count(to))
            : Number.isFinite(to)
              ? situation.within(count(to))
              : situation.over(count(from - 1))}
        </li>
      ))}
      <li>
        <span className={styles.swatch} data-shade={0} data-gap />
        {situation.noPoint}
      </li>
      <li>
        <span className={styles.swatch} data-shade={0} data-silent />
        {situation.allSilent}
      </li>
    </ul>
  );
}
