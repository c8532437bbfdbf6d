import { Button, Checkbox, Radio, Textarea } from '@mantine/core';
import { IconAddressBook } from '@tabler/icons-react';
import { useState } from 'react';
import type { FullRecord } from '../../shared/contract/records.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useJob } from '../api/use-job.ts';
import { useQuery } from '../api/use-query.ts';
import { flushAll } from '../app/flush.ts';
import { useNotices } from '../app/notices.tsx';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import list from '../packs/export.module.css';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './office.module.css';
import { useRounds } from './use-rounds.ts';

/** One record to a colleague for review, or back to where it came from: to whom, into which file; what is marked is asked about. */
export function SendDialog({ record, onClose }: { record: FullRecord; onClose: () => void }) {
  const { app, fields, office } = useWords();
  const notices = useNotices();
  const { rounds, isTheirs } = useRounds(record.id);
  const offices = useQuery('points.list', {});
  const [chosen, setChosen] = useState<string>();
  const [note, setNote] = useState('');
  const [file, setFile] = useState<string>();
  const [isSure, setSure] = useState(false);
  const choose = useCommand('window.chooseNewFile');
  const { job, isRunning, start, cancel, forget } = useJob('office.send');
  const colleagues = (offices.data?.items ?? []).filter(({ id, isColleague }) =>
    isTheirs ? rounds.some((one) => one.role === 'reviewer' && one.officeId === id) : isColleague,
  );
  const to = chosen ?? (colleagues.length === 1 ? colleagues[0]?.id : undefined);
  const { marking } = record.fields;
  const isAsked = marking === 'internal' || marking === 'work-secret';
  const isReady = to !== undefined && file !== undefined && (isSure || !isAsked) && !isRunning;
  const title = isTheirs ? office.sendBack : office.send;
  const close = () => {
    if (!isRunning) forget();
    onClose();
  };
  const chooseFile = async () => {
    const name = `${office.fileName(isTheirs)}_${formatDate(Date.now())}`;
    const answer = await choose.run({ title: office.file, name, extension: 'jzpack' });
    if (answer?.file !== undefined && answer.file !== null) setFile(answer.file);
  };
  const send = async () => {
    if (!isReady) return;
    // What goes is what is on the screen.
    if (!(await flushAll())) return;
    const direction = isTheirs ? 'back' : 'for-review';
    const sent = await start({ recordIds: [record.id], to, file, direction, note });
    if (sent === undefined) return;
    notices.say(office.sent(sent.file));
    close();
  };
  const failure = choose.failure ?? (job?.state === 'failed' ? job.failure : undefined);
  return (
    <Dialog
      title={title}
      width={640}
      onClose={close}
      onSubmit={() => void send()}
      actions={
        <>
          <Button variant="default" onClick={close}>
            {isRunning ? app.goOnBehind : app.cancel}
          </Button>
          <Button type="submit" disabled={!isReady}>
            {title}
          </Button>
        </>
      }
    >
      {offices.data !== undefined && colleagues.length === 0 && <NoColleague onClose={close} />}
      {colleagues.length > 0 && (
        <>
          <p className={styles.text}>{office.realNames}</p>
          <Radio.Group label={office.to} value={to ?? null} onChange={setChosen}>
            <div className={list.offices}>
              {colleagues.map(({ id, name }) => (
                <Radio.Card key={id} value={id} className={list.office ?? ''}>
                  <span className={list.officeName}>{name}</span>
                  <span className={list.officeFacts}>{office.colleague}</span>
                </Radio.Card>
              ))}
            </div>
          </Radio.Group>
          <Textarea
            label={office.note}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <div className={styles.path}>
            <Button variant="default" onClick={() => void chooseFile()}>
              {office.chooseFile}
            </Button>
            {file !== undefined && <span>{file}</span>}
          </div>
          {isAsked && (
            <>
              <Notice tone="care">{office.marked(fields.markings[marking])}</Notice>
              <Checkbox
                label={office.confirmMarked}
                checked={isSure}
                onChange={(event) => setSure(event.currentTarget.checked)}
              />
            </>
          )}
        </>
      )}
      {job !== undefined && isRunning && (
        <JobProgress job={job} label={office.sending} onCancel={cancel} />
      )}
      {failure !== undefined && <FailureNotice failure={failure} />}
    </Dialog>
  );
}

function NoColleague({ onClose }: { onClose: () => void }) {
  const { office } = useWords();
  const view = useView();
  return (
    <EmptyPlace icon={IconAddressBook} title={office.noColleague} text={office.noColleagueText}>
      <Button
        variant="default"
        onClick={() => {
          onClose();
          view.go({ at: 'points' });
        }}
      >
        {office.goPoints}
      </Button>
    </EmptyPlace>
  );
}
