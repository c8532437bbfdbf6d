import { Button } from '@mantine/core';
import { useJob } from '../api/use-job.ts';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import styles from './sample-offer.module.css';

/** What an empty library offers besides the first record: invented ones to try things out with. `isInPage`: a line of a page. */
export function SampleOffer({ isInPage = false }: { isInPage?: boolean }) {
  const { samples } = useSpeech().words;
  const adding = useJob('records.addSamples');
  return (
    <div className={styles.offer} data-in-page={isInPage}>
      {adding.job !== undefined && adding.isRunning ? (
        <JobProgress job={adding.job} label={samples.adding} onCancel={adding.cancel} />
      ) : (
        <>
          <p className={styles.text}>{samples.offerText}</p>
          <Button variant="subtle" onClick={() => void adding.start({})}>
            {samples.offer}
          </Button>
        </>
      )}
      {adding.job?.state === 'failed' && <FailureNotice failure={adding.job.failure} />}
    </div>
  );
}
