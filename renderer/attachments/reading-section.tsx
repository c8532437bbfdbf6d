import { Button } from '@mantine/core';
import { useJob } from '../api/use-job.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { PageSection } from '../ui/page.tsx';

/** How far the reading of attachments is, and the way to stop it and to go on. */
export function ReadingSection() {
  const { words, count } = useSpeech();
  const { attachments } = words;
  const { job, isRunning, start, cancel } = useJob('attachments.readTexts');
  const { data, reload } = useQuery('attachments.textState', {});
  const waiting = data?.waiting ?? 0;
  const readOn = async () => {
    await start({});
    reload();
  };
  return (
    <PageSection
      title={attachments.readingTitle}
      text={attachments.readingText}
      actions={
        <Button variant="default" disabled={isRunning || waiting === 0} onClick={readOn}>
          {attachments.readNow}
        </Button>
      }
    >
      {job !== undefined && isRunning ? (
        <JobProgress job={job} label={attachments.readingTitle} onCancel={cancel} />
      ) : (
        <p>{waiting === 0 ? attachments.allRead : attachments.waiting(count(waiting))}</p>
      )}
      {job?.state === 'failed' && job.failure.code !== 'cancelled' && (
        <FailureNotice failure={job.failure} />
      )}
    </PageSection>
  );
}
