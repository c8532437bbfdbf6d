import { Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { MessageThread } from '../../shared/contract/office-messages.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { call } from '../api/client.ts';
import { useJob } from '../api/use-job.ts';
import { useQuery } from '../api/use-query.ts';
import { useNotices } from '../app/notices.tsx';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import styles from './messages.module.css';

type Props = {
  /** Answers in it. */
  thread?: MessageThread;
  about?: { id: RecordId; title: string; officeId?: string };
  onClose: () => void;
};

/** Writes a question or an answer, which becomes a pack in a file that the person chooses. */
export function WriteDialog({ thread, about, onClose }: Props) {
  const { messages } = useWords();
  const notices = useNotices();
  const offices = useQuery('points.list', {}).data?.items ?? [];
  const sending = useJob('messages.send');
  const { job } = sending;
  const [to, setTo] = useState<string | null>(thread?.officeId ?? about?.officeId ?? null);
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (to === null || text.trim() === '' || sending.isRunning) return;
    const { file } = await call('window.chooseNewFile', {
      title: messages.saveTitle,
      name: `${messages.file}.jzpack`,
      extension: 'jzpack',
    });
    if (file === null) return;
    const done = await sending.start({
      to,
      text,
      file,
      ...(thread === undefined ? {} : { threadId: thread.threadId }),
      ...(about === undefined ? {} : { about: about.id }),
    });
    if (done === undefined) return;
    sending.forget();
    notices.say(messages.sent, {
      label: messages.showInFolder,
      run: () => void call('window.showFile', { file }).catch(() => undefined),
    });
    onClose();
  };
  return (
    <Dialog
      title={thread === undefined ? messages.write : messages.reply}
      onClose={() => {
        sending.forget();
        onClose();
      }}
      onSubmit={() => void send()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {messages.cancel}
          </Button>
          <Button type="submit" disabled={sending.isRunning}>
            {messages.send}
          </Button>
        </>
      }
    >
      {about !== undefined && <p className={styles.hint}>{messages.about(about.title)}</p>}
      {thread === undefined && (
        <Select
          label={messages.to}
          placeholder={messages.chooseOffice}
          data={offices.map(({ id, name }) => ({ value: id, label: name }))}
          value={to}
          error={isTried && to === null ? messages.toEmpty : undefined}
          onChange={setTo}
        />
      )}
      <Textarea
        mt={12}
        data-autofocus
        label={messages.body}
        description={messages.bodyHint}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={20_000}
        value={text}
        error={isTried && text.trim() === '' ? messages.bodyEmpty : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {job?.state === 'running' && (
        <JobProgress job={job} label={messages.send} onCancel={sending.cancel} />
      )}
      {job?.state === 'failed' && <FailureNotice failure={job.failure} />}
    </Dialog>
  );
}
