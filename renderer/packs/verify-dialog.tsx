import { Button } from '@mantine/core';
import { useState } from 'react';
import { useJob } from '../api/use-job.ts';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import styles from './verification-view.module.css';
import { VerificationView } from './verification-view.tsx';

/** Looks into a pack file and says in words what was found. Nothing is imported. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const { app, packs } = useWords();
  const choose = useCommand('window.chooseFiles');
  const { job, isRunning, start, cancel, forget } = useJob('packs.verify');
  const [file, setFile] = useState('');

  const chooseFile = async () => {
    const chosen = (await choose.run({ title: packs.verifyChoose, extensions: ['jzpack'] }))
      ?.files[0];
    if (chosen === undefined) return;
    setFile(chosen);
    await start({ file: chosen });
  };
  const close = () => {
    forget();
    onClose();
  };
  return (
    <Dialog
      title={packs.verifyTitle}
      width={640}
      onClose={close}
      onSubmit={close}
      actions={
        <>
          {!isRunning && job !== undefined && (
            <Button variant="default" onClick={chooseFile}>
              {packs.another}
            </Button>
          )}
          <Button variant="default" onClick={close}>
            {isRunning ? app.goOnBehind : app.close}
          </Button>
        </>
      }
    >
      {job === undefined && (
        <div>
          <p>{packs.verifyHint}</p>
          <Button mt={12} data-autofocus onClick={chooseFile}>
            {packs.verifyChoose}
          </Button>
        </div>
      )}
      {job !== undefined && <p className={styles.path}>{file}</p>}
      {job !== undefined && isRunning && (
        <JobProgress job={job} label={packs.verifying} onCancel={cancel} />
      )}
      {job?.state === 'failed' && (
        <>
          <strong>{packs.refusedTitle}</strong>
          <FailureNotice failure={job.failure} />
        </>
      )}
      {job?.state === 'done' && <VerificationView verification={job.value} />}
      {choose.failure !== undefined && <FailureNotice failure={choose.failure} />}
    </Dialog>
  );
}
