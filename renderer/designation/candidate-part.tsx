import { Checkbox, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Candidate } from '../../shared/contract/designation.ts';
import { factors, type Weights } from '../../shared/designation/score.ts';
import { failureOf } from '../api/client.ts';
import { callCommand } from '../api/use-command.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import { useShown } from '../ui/use-shown.ts';
import { factorText } from './candidate-row.tsx';
import styles from './designation.module.css';

type Props = { candidate: Candidate; weights: Weights; onChoose: (isChosen: boolean) => void };
const SAVE_AFTER_IN_MS = 600;

/** The candidate one is at: each factor, what it adds, the choice and a word on it. */
export function CandidatePart({ candidate, weights, onChoose }: Props) {
  const { words, count } = useSpeech();
  const { designation } = words;
  const [isChosen, show] = useShown(candidate.isChosen);
  return (
    <section className={styles.sidePart} aria-label={candidate.name}>
      <h2 className={`han ${styles.sideName}`}>{candidate.name}</h2>
      <table className={styles.parts}>
        <tbody>
          {factors.map((factor) => (
            <tr key={factor}>
              <th scope="row" title={designation.factorTexts[factor]}>
                <span className={styles.key} data-factor={factor} aria-hidden />
                {designation.factors[factor]}
              </th>
              <td>{factorText(candidate, factor, words, count)}</td>
              <td>{`× ${weights[factor]}`}</td>
              <td>{candidate.parts[factor].toFixed(2)}</td>
            </tr>
          ))}
          <tr className={styles.total}>
            <th scope="row">{designation.sum}</th>
            <td />
            <td />
            <td>{candidate.sum.toFixed(2)}</td>
          </tr>
        </tbody>
      </table>
      <Checkbox
        mt={10}
        label={designation.choose(candidate.name)}
        checked={isChosen}
        onChange={(event) => {
          show(event.currentTarget.checked);
          onChoose(event.currentTarget.checked);
        }}
      />
      <Note candidate={candidate} />
    </section>
  );
}

/** Saved a moment after one stops typing, and when one goes on to another candidate. */
function Note({ candidate }: { candidate: Candidate }) {
  const { designation } = useSpeech().words;
  const notices = useNotices();
  const [note, setNote] = useState(candidate.note);
  const pending = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const save = useRef(() => {});
  useEffect(() => {
    save.current = () => {
      clearTimeout(timer.current);
      const text = pending.current;
      pending.current = null;
      if (text === null) return;
      callCommand('designation.note', { id: candidate.id, note: text }).catch((error: unknown) =>
        notices.fail(failureOf(error)),
      );
    };
  });
  useEffect(() => () => save.current(), []);
  return (
    <Textarea
      mt={8}
      autosize
      minRows={2}
      maxRows={6}
      maxLength={1000}
      aria-label={designation.noteOf(candidate.name)}
      placeholder={designation.notePlaceholder}
      value={note}
      onChange={(event) => {
        setNote(event.currentTarget.value);
        pending.current = event.currentTarget.value;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => save.current(), SAVE_AFTER_IN_MS);
      }}
      onBlur={() => save.current()}
    />
  );
}
