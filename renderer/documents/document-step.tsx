import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from '../packs/export.module.css';

type Props = {
  step: 0 | 1 | 2 | 3;
  isReady: boolean;
  nextLabel?: string;
  onBack?: () => void;
  onNext: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A step on the way to an official document, with the steps on top and the buttons below. */
export function DocumentStep({
  step,
  isReady,
  nextLabel,
  onBack,
  onNext,
  onClose,
  children,
}: Props) {
  const { app, documents } = useWords();
  const steps = [
    documents.stepChoose,
    documents.stepCheck,
    documents.stepPreview,
    documents.stepMake,
  ];
  return (
    <Dialog
      title={documents.title}
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
