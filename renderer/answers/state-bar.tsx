import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RecordId } from '../../shared/contract/records.ts';
import type { ReceivedState } from '../../shared/contract/situation.ts';
import { useCommand } from '../api/use-command.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './answers.module.css';

type Props = { ids: RecordId[]; next?: readonly ReceivedState[]; onDone?: () => void };
const usual: readonly ReceivedState[] = ['accepted', 'returned', 'adopted'];

/** A note, and what is to be said of one or several received records. */
export function StateBar({ ids, next = usual, onDone }: Props) {
  const { words, count } = useSpeech();
  const { answers } = words;
  const notices = useNotices();
  const set = useCommand('received.setState');
  const [note, setNote] = useState('');
  const take = async (to: ReceivedState) => {
    const done = await set.run({ ids, to, note });
    if (done === undefined) return;
    setNote('');
    notices.say(answers.changed(count(done.changed)));
    onDone?.();
  };
  if (next.length === 0) return null;
  // Records rather go on than back.
  const likely = next.find((to) => to !== 'returned');
  return (
    <div className={styles.group}>
      <Textarea
        size="xs"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={5000}
        aria-label={answers.note}
        placeholder={answers.note}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={styles.bar}>
        {next.map((to) => (
          <Button
            key={to}
            size="compact-sm"
            variant={to === likely ? 'filled' : 'default'}
            disabled={set.isRunning}
            onClick={() => void take(to)}
          >
            {answers.verbs[to]}
          </Button>
        ))}
      </div>
      {set.failure !== undefined && (
        <FailureNotice failure={set.failure} onDismiss={set.clearFailure} />
      )}
    </div>
  );
}
