import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../app/words.tsx';
import styles from './wizard.module.css';

type Props = { steps: readonly string[]; current: number; children: ReactNode };

/** Steps at the side, the step at hand beside them. With each step the focus goes to its heading. */
export function Wizard({ steps, current, children }: Props) {
  const words = useWords();
  const content = useRef<HTMLDivElement>(null);
  const shown = useRef(current);
  useEffect(() => {
    if (shown.current === current) return;
    shown.current = current;
    content.current?.querySelector<HTMLElement>('h1')?.focus();
  }, [current]);
  return (
    <div className={styles.wizard}>
      <nav aria-label={words.workspace.steps}>
        <ol className={styles.steps}>
          {steps.map((step, index) => (
            <li
              key={step}
              className={styles.step}
              data-state={index < current ? 'done' : index === current ? 'current' : 'ahead'}
              aria-current={index === current ? 'step' : undefined}
            >
              <span className={styles.number} aria-hidden>
                {index < current ? <IconCheck size={13} stroke={2.5} /> : index + 1}
              </span>
              {step}
            </li>
          ))}
        </ol>
      </nav>
      <div ref={content} className={styles.content}>
        {children}
      </div>
    </div>
  );
}

type StepProps = {
  title: string;
  children: ReactNode;
  actions: ReactNode;
  onSubmit: () => void;
};

/** One step: a heading, what is to be filled in, and the buttons. Enter submits. */
export function WizardStep({ title, children, actions, onSubmit }: StepProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <h1 className={styles.title} tabIndex={-1}>
        {title}
      </h1>
      <div className={styles.body}>{children}</div>
      <div className={styles.actions}>{actions}</div>
    </form>
  );
}
