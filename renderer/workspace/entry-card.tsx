import { useEffect, useId, useRef, type ReactNode } from 'react';
import styles from './entry-card.module.css';

type Props = { title: string; text: string; children: ReactNode; onSubmit: () => void };

/** A small form in the middle of the window. The field marked `data-autofocus` has the caret. */
export function EntryCard({ title, text, children, onSubmit }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, []);
  return (
    <form
      ref={form}
      className={styles.card}
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <div>
        <h1 id={id} className={styles.title}>
          {title}
        </h1>
        <p className={styles.text}>{text}</p>
      </div>
      {children}
    </form>
  );
}
