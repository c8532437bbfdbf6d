import type { ReactNode } from 'react';
import styles from './pane-header.module.css';

type Props = { title: string; note?: string | undefined; children?: ReactNode };

/** The strip on top of a pane: what this is, how many, and what can be done. */
export function PaneHeader({ title, note, children }: Props) {
  return (
    <div className={styles.header}>
      <h2 className={styles.title}>{title}</h2>
      {note !== undefined && <span className={styles.note}>{note}</span>}
      <span className={styles.space} />
      {children}
    </div>
  );
}
