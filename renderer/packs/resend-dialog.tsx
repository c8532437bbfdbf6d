import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SentPack } from '../../shared/contract/packs.ts';
import { useCommand } from '../api/use-command.ts';
import { useJob } from '../api/use-job.ts';
import { useNotices } from '../app/notices.tsx';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import styles from './sent-packs.module.css';

/** The same bytes once more, into a file of the person's choice. */
export function ResendDialog({ pack, onClose }: { pack: SentPack; onClose: () => void }) {
  const { app, packs } = useWords();
  const notices = useNotices();
  const [file, setFile] = useState<string>();
  const choose = useCommand('window.chooseNewFile');
  const { job, isRunning, start, cancel, forget } = useJob('packs.resend');
  const title = packs.resendTitle(packs.number(pack.sequence));
  const close = () => {
    if (!isRunning) forget();
    onClose();
  };
  const chooseFile = async () => {
    const name = pack.fileName.replace(/\.jzpack$/u, '');
    const answer = await choose.run({ title: packs.chooseFileTitle, name, extension: 'jzpack' });
    if (answer?.file !== undefined && answer.file !== null) setFile(answer.file);
  };
  const submit = async () => {
    if (file === undefined || isRunning) return;
    const done = await start({ packId: pack.packId, file });
    if (done === undefined) return;
    notices.say(packs.resent(done.file));
    forget();
    onClose();
  };
  const failure = choose.failure ?? (job?.state === 'failed' ? job.failure : undefined);
  return (
    <Dialog
      title={title}
      onClose={close}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button variant="default" onClick={close}>
            {isRunning ? app.goOnBehind : app.cancel}
          </Button>
          <Button type="submit" disabled={file === undefined || isRunning}>
            {packs.resend}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{packs.resendText}</p>
      <div className={styles.path}>
        <Button variant="default" data-autofocus onClick={() => void chooseFile()}>
          {packs.chooseFile}
        </Button>
        {file !== undefined && <span>{file}</span>}
      </div>
      {job !== undefined && isRunning && <JobProgress job={job} label={title} onCancel={cancel} />}
      {failure !== undefined && <FailureNotice failure={failure} />}
    </Dialog>
  );
}
