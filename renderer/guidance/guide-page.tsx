import { Button, UnstyledButton } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import type { Call } from '../../shared/contract/guidance.ts';
import type { RecordKind } from '../../shared/contract/records.ts';
import { useQuery } from '../api/use-query.ts';
import { useView } from '../app/view.tsx';
import { useSpeech, useWords } from '../app/words.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Page, PageSection } from '../ui/page.tsx';
import { CallAnswers } from './call-answers.tsx';
import { CallDays } from './call-days.tsx';
import { CallFacts } from './call-facts.tsx';
import styles from './guidance.module.css';

/** Of a desk or a provincial office: sending guidance, and what came of its calls. */
export function GuidePage() {
  const { guidance } = useWords();
  const { go, show } = useView();
  const { data, failure } = useQuery('guidance.calls', {});
  const calls = data?.items.filter(({ isOwn }) => isOwn) ?? [];
  const write = (kind: RecordKind) => () => {
    go({ at: 'records', kind });
    show('new-record');
  };
  const newCall = (
    <Button variant="default" onClick={write('call')}>
      {guidance.newCall}
    </Button>
  );
  return (
    <Page title={guidance.title}>
      <PageSection
        title={guidance.send}
        text={guidance.sendText}
        actions={
          <>
            <Button variant="default" onClick={write('notice')}>
              {guidance.newNotice}
            </Button>
            <Button onClick={() => show('guide')}>{guidance.send}</Button>
          </>
        }
      />
      <PageSection
        title={guidance.calls}
        text={guidance.callsText}
        actions={calls.length > 0 ? newCall : undefined}
      >
        {failure !== undefined && <FailureNotice failure={failure} />}
        {data !== undefined && calls.length === 0 && (
          <EmptyPlace icon={IconSpeakerphone} title={guidance.noCalls} text={guidance.noCallsText}>
            {newCall}
          </EmptyPlace>
        )}
        <ul className={styles.list}>
          {calls.map((call) => (
            <OwnCall key={call.id} call={call} />
          ))}
        </ul>
        {calls.length > 0 && <p className={styles.hint}>{guidance.withdrawHint}</p>}
      </PageSection>
    </Page>
  );
}

function OwnCall({ call }: { call: Call }) {
  const { words, count } = useSpeech();
  const { guidance } = words;
  const { go, open, setListing } = useView();
  const [isOpen, setOpen] = useState(false);
  const toRecord = () => {
    go({ at: 'records', kind: 'call' });
    open({ id: call.id, terms: [], section: null });
  };
  const toAnswers = () => {
    go({ at: 'library', library: 'received' });
    setListing({ where: [{ list: 'call', codes: [call.callId] }] });
  };
  return (
    <li className={styles.call}>
      <div className={styles.head}>
        <UnstyledButton className={`han ${styles.title}`} onClick={toRecord}>
          {call.title}
        </UnstyledButton>
        <CallDays call={call} />
      </div>
      <CallFacts call={call} />
      <p className={styles.facts}>
        {call.sentTo === 0 && <span>{guidance.notSent}</span>}
        {call.sentTo > 0 && (
          <UnstyledButton
            className={styles.leads}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {guidance.sentCount(count(call.sentTo))}
          </UnstyledButton>
        )}
        {call.came > 0 && (
          <UnstyledButton className={styles.leads} onClick={toAnswers}>
            {guidance.cameCount(count(call.came), count(call.cameFrom))}
          </UnstyledButton>
        )}
        {(call.sentTo > 0 || call.came > 0) && (
          <UnstyledButton
            className={styles.leads}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {guidance.showAnswers}
          </UnstyledButton>
        )}
      </p>
      {isOpen && <CallAnswers call={call} />}
    </li>
  );
}
