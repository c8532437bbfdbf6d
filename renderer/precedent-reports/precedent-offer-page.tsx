import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { CallOutput } from '../../shared/contract/index.ts';
import type { WantedSearch } from '../../shared/contract/precedent-reports.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useJob } from '../api/use-job.ts';
import { useQuery } from '../api/use-query.ts';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Page, PageSection } from '../ui/page.tsx';
import styles from './precedent-reports.module.css';
import { SearchFields } from './search-fields.tsx';

/** The searches that a matter calls for, filled in and to be changed, before there is a report. */
export function PrecedentOfferPage({ recordId }: { recordId: RecordId }) {
  const { precedentReports } = useWords();
  const offer = useQuery('precedentReports.offer', { recordId }, { isLive: false });
  return (
    <Page title={precedentReports.title}>
      {offer.failure !== undefined && (
        <FailureNotice failure={offer.failure} onRetry={offer.reload} />
      )}
      {offer.data !== undefined && <Offer key={recordId} recordId={recordId} offer={offer.data} />}
    </Page>
  );
}

type Offered = CallOutput<'precedentReports.offer'>;
type Props = { recordId: RecordId; offer: Offered };

function Offer({ recordId, offer }: Props) {
  const { precedentReports } = useWords();
  const { go, open } = useView();
  const [title, setTitle] = useState(offer.title);
  const [searches, setSearches] = useState(offer.searches);
  const create = useCommand('precedentReports.create');
  const run = useJob('precedentReports.run');
  const wanted: WantedSearch[] = searches.filter(({ query }) => query.trim() !== '');
  const isReady = title.trim() !== '' && wanted.length > 0 && !create.isRunning;
  const submit = async () => {
    if (!isReady) return;
    const made = await create.run({ matterId: recordId, title, searches: wanted });
    if (made === undefined) return;
    go({ at: 'precedent-report', id: made.id });
    void run.start({ id: made.id, isRefresh: false });
  };
  const back = () => {
    go({ at: 'records', kind: 'all' });
    open({ id: recordId, terms: [], section: null });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className={styles.intro}>{precedentReports.intro}</p>
      <Existing reports={offer.reports} />
      <PageSection title={precedentReports.searches}>
        <ul className={styles.cards}>
          {searches.map((search, index) => (
            <li key={search.purpose} className={styles.card}>
              <SearchFields
                search={search}
                hint={
                  search.query === '' && offer.searches[index]?.query === ''
                    ? precedentReports.queryMissing
                    : undefined
                }
                onChange={(change) =>
                  setSearches((before) =>
                    before.map((one, at) => (at === index ? { ...one, ...change } : one)),
                  )
                }
                onEnter={() => void submit()}
              />
            </li>
          ))}
        </ul>
        <p className={styles.faint}>{precedentReports.namesNote}</p>
        <TextInput
          label={precedentReports.reportTitle}
          value={title}
          maxLength={500}
          classNames={{ input: 'han' }}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {create.failure !== undefined && <FailureNotice failure={create.failure} />}
        <div className={styles.buttons}>
          <Button type="submit" disabled={!isReady} loading={create.isRunning}>
            {precedentReports.create}
          </Button>
          <Button variant="default" onClick={back}>
            {precedentReports.back}
          </Button>
        </div>
      </PageSection>
    </form>
  );
}

/** Whoever searched before goes on with that report. */
function Existing({ reports }: Pick<Offered, 'reports'>) {
  const { precedentReports } = useWords();
  const { go } = useView();
  if (reports.length === 0) return null;
  return (
    <PageSection title={precedentReports.existing}>
      <ul className={styles.reports}>
        {reports.map((report) => (
          <li key={report.id}>
            <UnstyledButton
              className={styles.report}
              onClick={() => go({ at: 'precedent-report', id: report.id })}
            >
              <span className="han">{report.title}</span>
              <span className={styles.faint}>
                {precedentReports.existingAt(formatDate(report.changedAt))}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
