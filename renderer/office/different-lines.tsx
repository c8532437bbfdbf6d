import { diffText } from '../../shared/text/diff-text.ts';
import styles from './office.module.css';

type Props = { lines: readonly string[]; other: readonly string[]; empty: string };

/** The lines of one side, with what the other has not marked. */
export function DifferentLines({ lines, other, empty }: Props) {
  if (lines.length === 0)
    return <span className={`${styles.lines} ${styles.nothing}`}>{empty}</span>;
  return lines.map((line, at) => (
    <span key={at} className={styles.lines}>
      {diffText(other[at] ?? '', line).map(({ op, text }, part) => {
        if (op === 'removed') return null;
        return op === 'added' ? <ins key={part}>{text}</ins> : text;
      })}
    </span>
  ));
}
