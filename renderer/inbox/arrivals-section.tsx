import { Button } from '@mantine/core';
import { useJob } from '../api/use-job.ts';
import { useSpeech } from '../app/words.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { PageSection } from '../ui/page.tsx';
import { accept, putAway, stop, useArrivals } from './arrivals.ts';
import { ArrivalItem } from './arrival-item.tsx';
import styles from './inbox.module.css';

/** What was brought and is to be decided on, one by one or all. */
export function Arrivals() {
  const { words, count } = useSpeech();
  const { inbox } = words;
  const arrivals = useArrivals();
  const look = useJob('inbox.look');
  const taking = useJob('inbox.takeIn');
  if (arrivals.length === 0) return null;
  const ready = arrivals.filter(({ state }) => state === 'ready').map(({ id }) => id);
  const isBusy = look.isRunning || taking.isRunning;
  return (
    <PageSection
      title={inbox.arrivals}
      actions={
        <>
          {ready.length > 0 && (
            <Button disabled={isBusy} onClick={() => void accept(ready)}>
              {inbox.acceptAll(count(ready.length))}
            </Button>
          )}
          <Button
            variant="default"
            disabled={isBusy}
            onClick={() => putAway(arrivals.map(({ id }) => id))}
          >
            {inbox.declineAll}
          </Button>
        </>
      }
    >
      {look.isRunning && look.job !== undefined && (
        <JobProgress job={look.job} label={inbox.looking} onCancel={stop} />
      )}
      {taking.isRunning && taking.job !== undefined && (
        <JobProgress job={taking.job} label={inbox.taking} onCancel={stop} />
      )}
      <ul className={styles.list} aria-label={inbox.arrivals}>
        {arrivals.map((arrival) => (
          <ArrivalItem key={arrival.id} arrival={arrival} isBusy={isBusy} />
        ))}
      </ul>
    </PageSection>
  );
}
