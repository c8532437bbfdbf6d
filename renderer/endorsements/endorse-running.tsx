import { Button } from '@mantine/core';
import type { Job } from '../api/jobs.ts';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { JobProgress } from '../ui/job-progress.tsx';

type Props = { job: Job; onCancel: () => void; onClose: () => void };

export function EndorseRunning({ job, onCancel, onClose }: Props) {
  const { app, endorsements } = useWords();
  return (
    <Dialog
      title={endorsements.writing}
      width={720}
      onClose={onClose}
      actions={
        <Button variant="default" onClick={onClose}>
          {app.goOnBehind}
        </Button>
      }
    >
      <JobProgress job={job} label={endorsements.writing} onCancel={onCancel} />
    </Dialog>
  );
}
