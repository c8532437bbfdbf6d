import { Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Call } from '../../shared/contract/guidance.ts';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { NewRecordDialog } from '../records/new-record-dialog.tsx';
import { isOpenCall } from './call-days.tsx';
import styles from './guidance.module.css';

/** Writing for a call from above while it is open, and what was written and submitted here so far. */
export function CallWriting({ call }: { call: Call }) {
  const { words, count } = useSpeech();
  const { guidance } = words;
  const { go, setListing } = useView();
  const [isWriting, setWriting] = useState(false);
  const toWritten = () => {
    go({ at: 'records', kind: 'all' });
    setListing({ where: [{ list: 'call', codes: [call.callId] }] });
  };
  const inRevision = call.inRevision === 0 ? '' : count(call.inRevision);
  return (
    <div className={styles.actions}>
      {isOpenCall(call) && !call.isOwn && (
        <Button size="compact-sm" variant="default" onClick={() => setWriting(true)}>
          {guidance.writeFor}
        </Button>
      )}
      {call.written === 0 && !call.isOwn && (
        <span className={styles.hint}>{guidance.noneWritten}</span>
      )}
      {call.written > 0 && (
        <UnstyledButton className={styles.leads} onClick={toWritten}>
          {guidance.written(count(call.written))}
        </UnstyledButton>
      )}
      {call.submitted > 0 && (
        <span className={styles.hint}>{guidance.submitted(count(call.submitted), inRevision)}</span>
      )}
      {isWriting && <NewRecordDialog call={call} onClose={() => setWriting(false)} />}
    </div>
  );
}
