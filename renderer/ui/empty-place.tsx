import { IconInbox, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './empty-place.module.css';

type Props = { icon?: Icon; title: string; text: string; children?: ReactNode };

/** An empty place explains itself in one sentence and offers the one next step. */
export function EmptyPlace({ icon: PlaceIcon = IconInbox, title, text, children }: Props) {
  return (
    <div className={styles.place}>
      <PlaceIcon size={28} stroke={1.25} className={styles.icon} aria-hidden />
      <p className={styles.title}>{title}</p>
      <p className={styles.text}>{text}</p>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
