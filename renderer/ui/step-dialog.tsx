import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../app/words.tsx';
import { Dialog } from './dialog.tsx';
import styles from './step-dialog.module.css';

export type StepProps = {
  /** Which of the steps this is, from 0. */
  step: number;
  isReady: boolean;
  nextLabel?: string;
  onBack?: () => void;
  onNext: () => void;
  onClose: () => void;
  children: ReactNode;
};
type Props = StepProps & { title: string; steps: readonly string[] };

/** One step of a longer way, with the steps on top and the buttons below. */
export function StepDialog({
  title,
  steps,
  step,
  isReady,
  nextLabel,
  onBack,
  onNext,
  onClose,
  children,
}: Props) {
  const { app } = useWords();
  return (
    <Dialog
      title={title}
      width={720}
      onClose={onClose}
      onSubmit={() => isReady && onNext()}
      actions={
        <>
          <Button variant="default" onClick={onBack ?? onClose}>
            {onBack === undefined ? app.cancel : app.back}
          </Button>
          <Button type="submit" disabled={!isReady}>
            {nextLabel ?? app.next}
          </Button>
        </>
      }
    >
      <ol className={styles.steps}>
        {steps.map((name, index) => (
          <li key={name} aria-current={index === step ? 'step' : undefined}>
            {`${index + 1}. ${name}`}
          </li>
        ))}
      </ol>
      {children}
    </Dialog>
  );
}
