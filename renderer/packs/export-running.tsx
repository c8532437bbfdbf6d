import { Button } from '@mantine/core';
import type { Job } from '../api/jobs.ts';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { JobProgress } from '../ui/job-progress.tsx';

type Props = { job: Job; onCancel: () => void; onClose: () => void };

export function ExportRunning({ job, onCancel, onClose }: Props) {
  const { app, packs } = useWords();
  return (
    <Dialog
      title={packs.exporting}
      width={720}
      onClose={onClose}
      actions={
        <Button variant="default" onClick={onClose}>
          {app.goOnBehind}
        </Button>
      }
    >
      <JobProgress job={job} label={packs.exporting} onCancel={onCancel} />
    </Dialog>
  );
}
