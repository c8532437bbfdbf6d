import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconPlayerStop } from '@tabler/icons-react';
import type { FailureData } from '../../shared/contract/index.ts';
import { failureText } from '../../shared/i18n/index.ts';
import { useWords } from '../app/words.tsx';
import styles from './failure-notice.module.css';

type Props = { failure: FailureData; onDismiss?: () => void; onRetry?: () => void };

/** What happened, what to do, and the code that support understands. It stays until it was read. */
export function FailureNotice({ failure, onDismiss, onRetry }: Props) {
  const words = useWords();
  const { what, next, code } = failureText(words, failure);
  // Stopping was asked for: that is no failure to the person who asked.
  const isCalm = failure.code === 'cancelled';
  const NoticeIcon = isCalm ? IconPlayerStop : IconAlertTriangle;
  return (
    <div
      className={styles.notice}
      data-calm={isCalm || undefined}
      role={isCalm ? 'status' : 'alert'}
    >
      <NoticeIcon className={styles.icon} size={18} stroke={1.75} aria-hidden />
      <div className={styles.text}>
        <p className={styles.what}>{what}</p>
        <p>{next}</p>
        {!isCalm && <p className={styles.code}>{words.app.code(code)}</p>}
        {onRetry !== undefined && (
          <Button size="compact-sm" variant="default" mt={4} onClick={onRetry}>
            {words.app.tryAgain}
          </Button>
        )}
      </div>
      {onDismiss !== undefined && (
        <CloseButton size="sm" aria-label={words.app.dismiss} onClick={onDismiss} />
      )}
    </div>
  );
}
