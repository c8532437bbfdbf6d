import { CloseButton } from '@mantine/core';
import type { Job } from '../api/jobs.ts';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './attachments.module.css';

type Props = { job: Job<'attachments.add'> | undefined; onDismiss: () => void };

/** What came of adding files, until it was read: how many, and which were not taken and why. */
export function AddReport({ job, onDismiss }: Props) {
  const { words, count } = useSpeech();
  const { app, attachments, attachmentSkips } = words;
  if (job?.state === 'failed') {
    return (
      <>
        <FailureNotice failure={job.failure} onDismiss={onDismiss} />
        {job.failure.code === 'cancelled' && <p className={styles.hint}>{attachments.stopped}</p>}
      </>
    );
  }
  if (job?.state !== 'done') return null;
  const { added, known, skipped } = job.value;
  return (
    <div className={styles.report} role="status" data-testid="attachments-report">
      <div className={styles.reportText}>
        {added.length > 0 && <p>{attachments.added(count(added.length))}</p>}
        {known > 0 && <p>{attachments.known(count(known))}</p>}
        {skipped.length > 0 && (
          <>
            <p>{attachments.notAdded(count(skipped.length))}</p>
            <ul className={styles.skipped}>
              {skipped.map(({ file, code }) => (
                <li key={file}>
                  <span className={styles.skippedName}>{file.split(/[/\\]/u).at(-1)}</span>
                  <span>{attachmentSkips[code]}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <CloseButton size="sm" aria-label={app.dismiss} onClick={onDismiss} />
    </div>
  );
}
