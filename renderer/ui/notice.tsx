import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

type Props = { tone: 'care' | 'good'; title?: string; children: ReactNode };

/** A sentence that stands out: amber for look here, green for a check that came out well. */
export function Notice({ tone, title, children }: Props) {
  const ToneIcon = tone === 'good' ? IconCircleCheck : IconAlertTriangle;
  return (
    <div className={styles.notice} data-tone={tone} role="note">
      <ToneIcon size={18} stroke={1.75} className={styles.icon} aria-hidden />
      <div>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        <p>{children}</p>
      </div>
    </div>
  );
}
