import { Button } from '@mantine/core';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './review.module.css';
import type { useUnapproved } from './use-unapproved.ts';

/** Before something leaves: what is not approved, and the one step that helps. */
export function ApprovalNotice({ state }: { state: ReturnType<typeof useUnapproved> }) {
  const { words, count } = useSpeech();
  const { review } = words;
  const { failure } = state;
  const theirs = state.items.filter(({ isColleagues }) => isColleagues);
  const items = state.items.filter(({ isColleagues }) => !isColleagues);
  const known = state.isReady ? 'ready' : 'missing';
  return (
    <div data-testid="approval" data-state={state.isKnown ? known : 'asking'}>
      {theirs.length > 0 && (
        <Notice tone="care">
          <div className={styles.notice}>
            <p>{review.colleagues(count(theirs.length))}</p>
            <ul className={styles.titles}>
              {theirs.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
          </div>
        </Notice>
      )}
      {items.length > 0 && (
        <Notice tone="care">
          <div className={styles.notice}>
            <p>{review.unapproved(count(items.length))}</p>
            <ul className={styles.titles}>
              {items.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
            {state.mayApprove ? (
              <Button
                size="compact-sm"
                w="fit-content"
                loading={state.isRunning}
                onClick={() => void state.approveAll()}
              >
                {review.approveThese(count(items.length))}
              </Button>
            ) : (
              <p>{review.askReview}</p>
            )}
          </div>
        </Notice>
      )}
      {failure !== undefined && <FailureNotice failure={failure} />}
    </div>
  );
}
