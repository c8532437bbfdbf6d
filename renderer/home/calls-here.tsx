import { UnstyledButton } from '@mantine/core';
import type { Call } from '../../shared/contract/guidance.ts';
import { useQuery } from '../api/use-query.ts';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { CallDays, isOpenCall } from '../guidance/call-days.tsx';
import { CallFacts } from '../guidance/call-facts.tsx';
import { CallWriting } from '../guidance/call-writing.tsx';
import styles from '../guidance/guidance.module.css';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PageSection } from '../ui/page.tsx';

/** Calls from above with their days, those due first on top, and what was written for each here. */
export function CallsHere() {
  const { words, count } = useSpeech();
  const { guidance } = words;
  const { data, failure } = useQuery('guidance.calls', {});
  const calls = data?.items ?? [];
  const running = calls.filter(isOpenCall);
  const over = calls.filter((call) => !isOpenCall(call));
  const rows = (items: readonly Call[]) => (
    <ul className={styles.list}>
      {items.map((call) => (
        <CallHere key={call.id} call={call} />
      ))}
    </ul>
  );
  return (
    <PageSection title={guidance.callsHere} text={guidance.callsHereText}>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {data !== undefined && running.length === 0 && (
        <p className={styles.hint}>{guidance.noCallsHere}</p>
      )}
      {rows(running)}
      {over.length > 0 && (
        <details className={styles.over}>
          <summary>{guidance.overCalls(count(over.length))}</summary>
          {rows(over)}
        </details>
      )}
    </PageSection>
  );
}

function CallHere({ call }: { call: Call }) {
  const { go, open } = useView();
  const toCall = () => {
    go(call.isOwn ? { at: 'records', kind: 'call' } : { at: 'library', library: 'guidance' });
    open({ id: call.id, terms: [], section: null });
  };
  return (
    <li className={styles.call} aria-label={call.title}>
      <div className={styles.head}>
        <UnstyledButton className={`han ${styles.title}`} onClick={toCall}>
          {call.title}
        </UnstyledButton>
        <CallDays call={call} />
      </div>
      <CallFacts call={call} />
      <CallWriting call={call} />
    </li>
  );
}
