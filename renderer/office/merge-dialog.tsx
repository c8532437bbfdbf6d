import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { CallInput, FailureData } from '../../shared/contract/index.ts';
import type { OfficeConflict } from '../../shared/contract/office.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { failureOf } from '../api/client.ts';
import { callCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { flushAll } from '../app/flush.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import { askToReadAgain } from '../records/read-again.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { ConflictView } from './conflict-view.tsx';
import styles from './office.module.css';

type Choices = CallInput<'office.merge'>['choices'];
type Props = { recordId: RecordId; onClose: () => void };

/** A conflict whose texts have changed meanwhile is another one, and not decided yet. */
function idOf({ key, base, ours, theirs }: OfficeConflict): string {
  return JSON.stringify([key, base, ours, theirs]);
}

/** What both sides changed differently, side by side, one after another; joined when all of it is decided. */
export function MergeDialog({ recordId, onClose }: Props) {
  const { words, count } = useSpeech();
  const { app, office } = words;
  const notices = useNotices();
  const query = useQuery('office.conflicts', { recordId });
  const [choices, setChoices] = useState<Choices>({});
  const [failure, setFailure] = useState<FailureData>();
  const [isRunning, setRunning] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const conflicts = query.data?.conflicts ?? [];
  const decided = conflicts.filter((one) => choices[idOf(one)] !== undefined).length;
  const isReady = query.data !== undefined && decided === conflicts.length && !isRunning;

  const decide = (conflict: OfficeConflict, choice: Choices[string]) =>
    setChoices((before) => ({ ...before, [idOf(conflict)]: choice }));
  const goOn = (at: number) => {
    const next = place.current?.querySelectorAll<HTMLElement>('fieldset')[at + 1];
    next?.querySelector<HTMLElement>('[role="radio"]')?.focus();
  };
  const merge = async () => {
    if (!isReady || query.data === undefined) return;
    setRunning(true);
    setFailure(undefined);
    try {
      await flushAll();
      const made = conflicts.flatMap((one) => {
        const choice = choices[idOf(one)];
        return choice === undefined ? [] : [[one.key, choice] as const];
      });
      const { saves } = query.data;
      await callCommand('office.merge', { recordId, saves, choices: Object.fromEntries(made) });
      askToReadAgain(recordId);
      notices.say(office.merged);
      onClose();
    } catch (error) {
      const failed = failureOf(error);
      // Written meanwhile, be it by what was stored just now: asked again, with what was decided.
      if (failed.code === 'record-changed-elsewhere') query.reload();
      setFailure(failed);
    } finally {
      setRunning(false);
    }
  };
  return (
    <Dialog
      title={office.mergeTitle(query.data?.officeName ?? '')}
      width={960}
      onClose={onClose}
      onSubmit={() => void merge()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" disabled={!isReady} loading={isRunning}>
            {office.merge}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{office.mergeText}</p>
      <p className={styles.bar} role="status">
        {office.decided(count(decided), count(conflicts.length))}
      </p>
      <div ref={place} className={styles.conflicts}>
        {query.data !== undefined &&
          conflicts.map((conflict, at) => (
            <ConflictView
              key={conflict.key}
              conflict={conflict}
              name={office.conflict(count(at + 1), count(conflicts.length))}
              fields={{ ours: query.data?.ours, theirs: query.data?.theirs }}
              choice={choices[idOf(conflict)]}
              onChoose={(choice) => decide(conflict, choice)}
              onNext={() => goOn(at)}
            />
          ))}
      </div>
      {query.failure !== undefined && <FailureNotice failure={query.failure} />}
      {failure !== undefined && <FailureNotice failure={failure} />}
    </Dialog>
  );
}
