import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import type { PassageComment, StateChange } from '../../shared/contract/answers.ts';
import { PROGRAM } from '../../shared/contract/record-status.ts';
import type { FullRecord } from '../../shared/contract/records.ts';
import { formatDate, formatInstant } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { FoldHeading, useFold } from '../app/fold.tsx';
import { useSpeech } from '../app/words.tsx';
import { useProfileNames } from '../profiles/use-profile-names.ts';
import inspector from '../records/inspector.module.css';
import styles from './answers.module.css';
import { OutcomeChip } from './outcome-chip.tsx';
import { RemarkDialog } from './remark-dialog.tsx';
import { StateBar } from './state-bar.tsx';

/** How this office deals with a received record: its state, what may be said next, the way so far, remarks on passages. */
export function StandingGroup({ record }: { record: FullRecord }) {
  const { words, count } = useSpeech();
  const { answers } = words;
  const fold = useFold('standing', inspector.group);
  const { data } = useQuery('received.state', { id: record.id });
  const [selected, setSelected] = useState<string | null>(null);
  if (data === undefined || data.standing === null) return null;
  const { standing, changes, comments, next } = data;
  return (
    <section {...fold.section} aria-label={answers.standing}>
      <div className={inspector.name}>
        <FoldHeading fold={fold}>{answers.standing}</FoldHeading>
      </div>
      <div className={styles.group}>
        <p className={styles.facts}>
          <OutcomeChip outcome={standing.state} />
          <span>{standing.isTold ? answers.told : answers.notTold}</span>
          {standing.dueAt !== null && <span>{answers.dueOn(formatDate(standing.dueAt))}</span>}
        </p>
        <StateBar key={standing.state} ids={[record.id]} next={next.toSorted(received)} />
        <p className={styles.hint}>{answers.remarkHint}</p>
        <div>
          <Button
            size="compact-sm"
            variant="default"
            // A press would take the selection away.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setSelected(document.getSelection()?.toString().trim() ?? '')}
          >
            {answers.remark}
          </Button>
        </div>
        <ul className={styles.steps} aria-label={answers.remarks}>
          {comments.map((comment) => (
            <Remark key={comment.id} comment={comment} />
          ))}
        </ul>
        <details>
          <summary>{answers.history(count(changes.length))}</summary>
          <Steps changes={changes} />
        </details>
      </div>
      {selected !== null && (
        <RemarkDialog record={record} selected={selected} onClose={() => setSelected(null)} />
      )}
    </section>
  );
}

/** Going back to the beginning is never the usual step. */
const received = (one: string, other: string) =>
  Number(one === 'received') - Number(other === 'received');

function Remark({ comment }: { comment: PassageComment }) {
  const { answers } = useSpeech().words;
  const remove = useCommand('received.uncomment');
  return (
    <li className={styles.said}>
      <p className={`han ${styles.passage}`}>{comment.passage}</p>
      {comment.replacement !== null && (
        <p className={`han ${styles.words}`}>{`${answers.suggest}：${comment.replacement}`}</p>
      )}
      <p className={`han ${styles.words}`}>{comment.text}</p>
      <p className={styles.facts}>
        <span>{comment.name}</span>
        <span>{comment.isSent ? answers.sent : answers.draft}</span>
        {!comment.isSent && (
          <CloseButton
            size="xs"
            aria-label={answers.remove}
            onClick={() => void remove.run({ id: comment.id })}
          />
        )}
      </p>
    </li>
  );
}

function Steps({ changes }: { changes: readonly StateChange[] }) {
  const { answers } = useSpeech().words;
  const nameOf = useProfileNames();
  return (
    <ol className={styles.steps}>
      {changes.map((change, at) => (
        <li key={`${String(change.at)} ${String(changes.length - at)}`} className={styles.said}>
          <p className={styles.facts}>
            <OutcomeChip outcome={change.after} />
            <span>{formatInstant(change.at)}</span>
            <span>
              {change.wordOf ?? (change.who === PROGRAM ? answers.program : nameOf(change.who))}
            </span>
          </p>
          {change.note !== '' && <p className={styles.words}>{change.note}</p>}
        </li>
      ))}
    </ol>
  );
}
