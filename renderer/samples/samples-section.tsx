import { Button } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { useJob } from '../api/use-job.ts';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageSection } from '../ui/page.tsx';

/** The sample library in the settings: put it in, take it out in one step. */
export function SamplesSection() {
  const { words, count } = useSpeech();
  const { samples } = words;
  const adding = useJob('records.addSamples');
  const removing = useCommand('records.removeSamples');
  const [answer, setAnswer] = useState('');
  const isBusy = adding.isRunning || removing.isRunning;

  const add = async () => {
    setAnswer('');
    const done = await adding.start({});
    if (done === undefined) return;
    setAnswer(done.added === 0 ? samples.alreadyThere : samples.added(count(done.added)));
  };
  const remove = async () => {
    setAnswer('');
    adding.forget();
    const done = await removing.run({});
    if (done === undefined) return;
    const kept = done.kept === 0 ? '' : samples.kept(count(done.kept));
    setAnswer(`${samples.removed(count(done.removed))}${kept}`);
  };
  return (
    <PageSection
      title={samples.title}
      text={samples.text}
      actions={
        <>
          <Button variant="default" disabled={isBusy} onClick={() => void add()}>
            {samples.add}
          </Button>
          <Button variant="default" disabled={isBusy} onClick={() => void remove()}>
            {samples.remove}
          </Button>
        </>
      }
    >
      {adding.job !== undefined && adding.isRunning && (
        <JobProgress job={adding.job} label={samples.adding} onCancel={adding.cancel} />
      )}
      {adding.job?.state === 'failed' && <FailureNotice failure={adding.job.failure} />}
      {removing.failure !== undefined && <FailureNotice failure={removing.failure} />}
      {answer !== '' && <Notice tone="good">{answer}</Notice>}
    </PageSection>
  );
}
