import { Button } from '@mantine/core';
import { useState } from 'react';
import { useJob } from '../../api/use-job.ts';
import { useNotices } from '../../app/notices.tsx';
import { useView } from '../../app/view.tsx';
import { useSpeech } from '../../app/words.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import styles from './listing.module.css';

/** Empties the trash, after a question that says how many records that is. */
export function EmptyTrash({ total }: { total: number }) {
  const { words, count } = useSpeech();
  const { app, fields } = words;
  const { opened, place, close, setChosen } = useView();
  const notices = useNotices();
  const [isAsking, setAsking] = useState(false);
  const { job, isRunning, start, cancel, forget } = useJob('records.emptyTrash');
  const leave = () => {
    forget();
    setAsking(false);
  };
  const run = async () => {
    setChosen(new Map());
    if (opened !== null && place.at === 'trash') close();
    const emptied = await start({});
    if (emptied === undefined) return;
    notices.say(fields.purged(count(emptied.purged)));
    leave();
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        disabled={total === 0}
        onClick={() => setAsking(true)}
      >
        {fields.emptyTrash}
      </Button>
      {isAsking && (
        <Dialog
          title={fields.emptyTitle(count(total))}
          width={520}
          onClose={leave}
          actions={
            <>
              <Button variant="default" data-autofocus onClick={leave}>
                {app.cancel}
              </Button>
              <Button
                className={styles.destroy ?? ''}
                disabled={isRunning}
                onClick={() => void run()}
              >
                {fields.purge}
              </Button>
            </>
          }
        >
          {job?.state === 'failed' && <FailureNotice failure={job.failure} />}
          {job !== undefined && isRunning && (
            <JobProgress job={job} label={fields.emptyTrash} onCancel={cancel} />
          )}
          <p className={styles.warning}>{fields.purgeText}</p>
        </Dialog>
      )}
    </>
  );
}
