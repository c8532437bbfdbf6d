import { Button } from '@mantine/core';
import type { Job } from '../api/jobs.ts';
import { useWords } from '../app/words.tsx';
import { Dialog } from './dialog.tsx';
import { JobProgress } from './job-progress.tsx';

type Props = { title: string; job: Job; onCancel: () => void; onClose: () => void };

/** How far a job is; closing leaves it running. */
export function RunningDialog({ title, job, onCancel, onClose }: Props) {
  const { app } = useWords();
  return (
    <Dialog
      title={title}
      width={720}
      onClose={onClose}
      actions={
        <Button variant="default" onClick={onClose}>
          {app.goOnBehind}
        </Button>
      }
    >
      <JobProgress job={job} label={title} onCancel={onCancel} />
    </Dialog>
  );
}
