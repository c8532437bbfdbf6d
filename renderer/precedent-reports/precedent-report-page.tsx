import { Button, UnstyledButton } from '@mantine/core';
import type { PrecedentReport } from '../../shared/contract/precedent-reports.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { formatInstant } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useJob } from '../api/use-job.ts';
import { useQuery } from '../api/use-query.ts';
import { flushAll } from '../app/flush.ts';
import { useNotices } from '../app/notices.tsx';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { Page, PageSection } from '../ui/page.tsx';
import { JudgedHits } from './judged-hits.tsx';
import styles from './precedent-reports.module.css';
import { SearchCards } from './search-cards.tsx';

/** A precedent search report at work: its searches, what they found, what was thought of it, and the way into its text. */
export function PrecedentReportPage({ id }: { id: RecordId }) {
  const { words } = useSpeech();
  const report = useQuery('precedentReports.get', { id });
  const isThis = report.data?.id === id;
  return (
    <Page
      title={isThis ? (report.data?.title ?? '') : words.precedentReports.title}
      isContent={isThis}
    >
      {report.failure !== undefined && (
        <FailureNotice failure={report.failure} onRetry={report.reload} />
      )}
      {isThis && report.data !== undefined && <Report key={id} report={report.data} />}
    </Page>
  );
}

function Report({ report }: { report: PrecedentReport }) {
  const { words, count } = useSpeech();
  const { precedentReports } = words;
  const notices = useNotices();
  const run = useJob('precedentReports.run');
  const start = async (isRefresh: boolean) => {
    const ran = await run.start({ id: report.id, isRefresh });
    if (ran === undefined) return;
    notices.say(precedentReports.ran(count(ran.added), count(ran.gone), count(ran.changed)));
  };
  const hasRun = report.searches.some(({ ranAt }) => ranAt !== null);
  const isDue = report.searches.some(({ ranAt }) => ranAt === null);
  return (
    <>
      <Head report={report} />
      <PageSection
        title={precedentReports.searches}
        actions={
          <>
            {hasRun && (
              <Button variant="default" disabled={run.isRunning} onClick={() => void start(true)}>
                {precedentReports.refresh}
              </Button>
            )}
            {isDue && (
              <Button disabled={run.isRunning} onClick={() => void start(false)}>
                {precedentReports.run}
              </Button>
            )}
          </>
        }
      >
        {run.job !== undefined && run.isRunning && (
          <JobProgress job={run.job} label={precedentReports.running} onCancel={run.cancel} />
        )}
        {run.job?.state === 'failed' && (
          <FailureNotice failure={run.job.failure} onDismiss={run.forget} />
        )}
        <SearchCards report={report} onRun={() => void start(false)} />
      </PageSection>
      <JudgedHits report={report} />
    </>
  );
}

/** The matter it is for, and how its text stands. */
function Head({ report }: { report: PrecedentReport }) {
  const { precedentReports } = useSpeech().words;
  const { go, open } = useView();
  const notices = useNotices();
  const write = useCommand('precedentReports.write');
  const show = (id: RecordId) => {
    go({ at: 'records', kind: 'all' });
    open({ id, terms: [], section: null });
  };
  const writeNow = async () => {
    await flushAll();
    if ((await write.run({ id: report.id })) === undefined) return;
    notices.say(precedentReports.written, {
      label: precedentReports.openReport,
      run: () => show(report.id),
    });
  };
  const { matter, writtenAt, isWritten } = report;
  const hasRun = report.searches.some(({ ranAt }) => ranAt !== null);
  return (
    <div className={styles.head}>
      <p className={styles.matter}>
        {precedentReports.matter}
        {matter === null ? (
          <span className={styles.faint}>{precedentReports.noMatter}</span>
        ) : (
          <UnstyledButton className={`han ${styles.link}`} onClick={() => show(matter.id)}>
            {matter.title}
          </UnstyledButton>
        )}
      </p>
      <div className={styles.buttons}>
        <Button disabled={!hasRun} loading={write.isRunning} onClick={() => void writeNow()}>
          {precedentReports.write}
        </Button>
        <Button variant="default" onClick={() => show(report.id)}>
          {precedentReports.openReport}
        </Button>
        <span className={styles.state} data-stale={!isWritten || undefined}>
          {writtenAt === null
            ? precedentReports.notWritten
            : isWritten
              ? precedentReports.writtenAt(formatInstant(writtenAt))
              : precedentReports.isStale}
        </span>
      </div>
      <p className={styles.faint}>{precedentReports.writeHint}</p>
      {write.failure !== undefined && <FailureNotice failure={write.failure} />}
    </div>
  );
}
