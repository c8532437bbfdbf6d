import { Button, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { FullRecord } from '../../shared/contract/records.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useJob } from '../api/use-job.ts';
import { useNotices } from '../app/notices.tsx';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './sent-packs.module.css';

type Props = {
  record: FullRecord;
  /** Where it is, as far as this office knows. */
  offices: readonly { id: string; name: string; isAgain: boolean }[];
  onClose: () => void;
};

const today = () => formatDate(Date.now());

/** Takes a record back from an office it went to: what happens there, why, and into which file. */
export function WithdrawDialog({ record, offices, onClose }: Props) {
  const { app, packs } = useWords();
  const notices = useNotices();
  const [chosen, setChosen] = useState(offices[0]?.id ?? '');
  const [note, setNote] = useState('');
  const [file, setFile] = useState<string>();
  const choose = useCommand('window.chooseNewFile');
  const { job, isRunning, start, cancel, forget } = useJob('packs.withdraw');
  const office = offices.find(({ id }) => id === chosen);
  const close = () => {
    if (!isRunning) forget();
    onClose();
  };
  const chooseFile = async () => {
    const name = packs.withdrawFile(office?.name ?? '', today());
    const answer = await choose.run({ title: packs.chooseFileTitle, name, extension: 'jzpack' });
    if (answer?.file !== undefined && answer.file !== null) setFile(answer.file);
  };
  const submit = async () => {
    if (file === undefined || office === undefined || isRunning) return;
    const made = await start({ recordIds: [record.id], to: office.id, file, note: note.trim() });
    if (made === undefined) return;
    notices.say(packs.withdrawn(made.file));
    forget();
    onClose();
  };
  const failure = choose.failure ?? (job?.state === 'failed' ? job.failure : undefined);
  return (
    <Dialog
      title={packs.withdrawTitle}
      width={640}
      onClose={close}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button variant="default" onClick={close}>
            {isRunning ? app.goOnBehind : app.cancel}
          </Button>
          <Button type="submit" disabled={file === undefined || isRunning}>
            {packs.withdrawNow}
          </Button>
        </>
      }
    >
      <p>{packs.withdrawText(record.title)}</p>
      <Radio.Group label={packs.withdrawFrom} value={chosen} onChange={setChosen}>
        <div className={styles.group}>
          {offices.map(({ id, name }) => (
            <Radio key={id} value={id} label={name} />
          ))}
        </div>
      </Radio.Group>
      {office?.isAgain === true && <Notice tone="care">{packs.withdrawAgain(office.name)}</Notice>}
      <Textarea
        label={packs.withdrawReason}
        classNames={{ input: 'han' }}
        data-autofocus
        autosize
        minRows={2}
        maxRows={6}
        maxLength={5000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={styles.path}>
        <Button variant="default" onClick={() => void chooseFile()}>
          {packs.chooseFile}
        </Button>
        {file !== undefined && <span>{file}</span>}
      </div>
      {job !== undefined && isRunning && (
        <JobProgress job={job} label={packs.withdrawTitle} onCancel={cancel} />
      )}
      {failure !== undefined && <FailureNotice failure={failure} />}
    </Dialog>
  );
}
