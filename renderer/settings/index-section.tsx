import { Button } from '@mantine/core';
import { useJob } from '../api/use-job.ts';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageSection } from '../ui/page.tsx';

/** The search index: compare it with the records, or make it anew. */
export function IndexSection() {
  const { words, count } = useSpeech();
  const { settings } = words;
  const check = useJob('search.check');
  const rebuild = useJob('search.rebuild');
  const isBusy = check.isRunning || rebuild.isRunning;
  const startCheck = () => {
    rebuild.forget();
    void check.start({});
  };
  const startRebuild = () => {
    check.forget();
    void rebuild.start({});
  };
  return (
    <PageSection
      title={settings.index}
      text={settings.indexText}
      actions={
        <>
          <Button variant="default" disabled={isBusy} onClick={startCheck}>
            {settings.check}
          </Button>
          <Button variant="default" disabled={isBusy} onClick={startRebuild}>
            {settings.rebuild}
          </Button>
        </>
      }
    >
      {check.job !== undefined && check.isRunning && (
        <JobProgress job={check.job} label={settings.checking} onCancel={check.cancel} />
      )}
      {rebuild.job !== undefined && rebuild.isRunning && (
        <JobProgress job={rebuild.job} label={settings.rebuilding} onCancel={rebuild.cancel} />
      )}
      {check.job?.state === 'failed' && <FailureNotice failure={check.job.failure} />}
      {rebuild.job?.state === 'failed' && <FailureNotice failure={rebuild.job.failure} />}
      {check.job?.state === 'done' && (
        <Notice tone={check.job.value.differing === 0 ? 'good' : 'care'}>
          {check.job.value.differing === 0
            ? settings.checkFine(count(check.job.value.records))
            : settings.checkDiffers(
                count(check.job.value.records),
                count(check.job.value.differing),
              )}
        </Notice>
      )}
      {check.job?.state === 'done' && check.job.value.differing > 0 && (
        <Button disabled={isBusy} onClick={startRebuild}>
          {settings.rebuild}
        </Button>
      )}
      {rebuild.job?.state === 'done' && (
        <Notice tone="good">{settings.rebuilt(count(rebuild.job.value.records))}</Notice>
      )}
    </PageSection>
  );
}
