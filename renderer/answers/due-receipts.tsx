import { Button } from '@mantine/core';
import type { DueAnswer, DueReceipt } from '../../shared/contract/answers.ts';
import { call } from '../api/client.ts';
import { useJob } from '../api/use-job.ts';
import { useQuery } from '../api/use-query.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { PageSection } from '../ui/page.tsx';
import styles from './answers.module.css';
import { Part } from './part.tsx';
import { OnwardWords } from './onward-words.tsx';
import { OutcomeChip } from './outcome-chip.tsx';

/** What the next receipts will say, and the one button that writes them all. */
export function DueReceipts() {
  const { words, count } = useSpeech();
  const { answers } = words;
  const notices = useNotices();
  const due = useQuery('receipts.due', {});
  const writing = useJob('receipts.write');
  const { job } = writing;
  const items = due.data?.items ?? [];
  const write = async (officeIds?: string[]) => {
    const { folder } = await call('window.chooseFolder', { title: answers.chooseFolder });
    if (folder === null) return;
    const done = await writing.start(officeIds === undefined ? { folder } : { folder, officeIds });
    const [first] = done?.receipts ?? [];
    if (done === undefined || first === undefined) return;
    notices.say(answers.written(count(done.receipts.length)), {
      label: answers.showInFolder,
      run: () => void call('window.showFile', { file: first.file }).catch(() => undefined),
    });
  };
  return (
    <Part id="receipts">
      <PageSection
        title={answers.receipts}
        text={answers.receiptsText}
        actions={
          <Button
            disabled={!items.some(({ isEnrolled }) => isEnrolled) || writing.isRunning}
            onClick={() => void write()}
          >
            {answers.write}
          </Button>
        }
      >
        {due.failure !== undefined && <FailureNotice failure={due.failure} />}
        {job?.state === 'running' && (
          <JobProgress job={job} label={answers.write} onCancel={writing.cancel} />
        )}
        {job?.state === 'failed' && (
          <FailureNotice failure={job.failure} onDismiss={writing.forget} />
        )}
        {due.data !== undefined && items.length === 0 && (
          <p className={styles.hint}>{answers.noneOwed}</p>
        )}
        <ul className={styles.list}>
          {items.map((receipt) => (
            <OfficeRow
              key={receipt.officeId}
              receipt={receipt}
              onWrite={() => void write([receipt.officeId])}
            />
          ))}
        </ul>
      </PageSection>
    </Part>
  );
}

function OfficeRow({ receipt, onWrite }: { receipt: DueReceipt; onWrite: () => void }) {
  const { answers } = useSpeech().words;
  return (
    <li className={styles.row} aria-label={receipt.officeName}>
      <details className={styles.name}>
        <summary>{`${receipt.officeName}（${String(receipt.answers.length)}）`}</summary>
        <ul className={styles.list}>
          {receipt.answers.map((answer) => (
            <AnswerRow key={answer.packId} answer={answer} />
          ))}
        </ul>
      </details>
      {receipt.isEnrolled ? (
        <Button size="compact-sm" variant="default" onClick={onWrite}>
          {answers.writeFor(receipt.officeName)}
        </Button>
      ) : (
        <span className={styles.care}>{answers.notEnrolled}</span>
      )}
    </li>
  );
}

function AnswerRow({ answer }: { answer: DueAnswer }) {
  const { words, count } = useSpeech();
  const { answers } = words;
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <p className={styles.facts}>
          <span>{answers.packAnswer(count(answer.sequence))}</span>
          <span>{answer.isFirst ? answers.firstAnswer : answers.update}</span>
        </p>
        {answer.kind === 'withdrawal' && <p className={styles.hint}>{answers.purgedHere}</p>}
        {answer.records.map((record) => (
          <p key={record.recordId} className={styles.facts}>
            <OutcomeChip outcome={record.outcome} />
            <span className="han">{record.title === '' ? answers.gone : record.title}</span>
            {record.comments > 0 && <span>{answers.commentCount(count(record.comments))}</span>}
            {record.note !== '' && <span className={styles.words}>{record.note}</span>}
          </p>
        ))}
        {answer.onward.map((word) => (
          <p key={`${word.recordId} ${word.officeName}`} className={styles.facts}>
            <span>{answers.onward}</span>
            <span className="han">{word.title === '' ? answers.gone : word.title}</span>
            <OnwardWords words={[word]} />
          </p>
        ))}
      </div>
    </li>
  );
}
