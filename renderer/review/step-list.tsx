import { PROGRAM } from '../../shared/contract/record-status.ts';
import type { ReviewStep } from '../../shared/contract/review.ts';
import { formatInstant } from '../../shared/i18n/format.ts';
import { useSpeech } from '../app/words.tsx';
import styles from './review.module.css';

type Props = { steps: readonly ReviewStep[]; nameOf: (id: string) => string };

/** Every step with who, when, what was said, and whether an approval's signature still holds. */
export function StepList({ steps, nameOf }: Props) {
  const { words } = useSpeech();
  const { review } = words;
  return (
    <details className={styles.history}>
      <summary>{`${review.steps} (${String(steps.length)})`}</summary>
      <ol className={styles.steps} aria-label={review.steps}>
        {steps.map((step, index) => (
          <Step
            key={`${String(step.at)} ${String(steps.length - index)}`}
            step={step}
            nameOf={nameOf}
          />
        ))}
      </ol>
    </details>
  );
}

function Step({ step, nameOf }: { step: ReviewStep; nameOf: (id: string) => string }) {
  const { words, count } = useSpeech();
  const { review, statuses } = words;
  const isReopened = step.who === PROGRAM && step.before === 'approved' && step.after === 'draft';
  const facts = [
    formatInstant(step.at),
    step.who === PROGRAM ? review.program : (step.name ?? nameOf(step.who)),
    step.revision === null || step.revision === 0 ? '' : review.revision(count(step.revision)),
    step.isOwn ? review.own : '',
    step.isSignatureRight === true ? review.signed : '',
  ].filter((fact) => fact !== '');
  return (
    <li className={styles.step}>
      <span>{isReopened ? review.reopened : statuses[step.after]}</span>
      <span className={styles.facts}>{facts.join(' · ')}</span>
      {step.isSignatureRight === false && (
        <span className={styles.wrong} role="alert">
          {review.notSigned}
        </span>
      )}
      {step.comment !== '' && <span className={styles.comment}>{step.comment}</span>}
    </li>
  );
}
