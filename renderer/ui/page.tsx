import type { ReactNode } from 'react';
import styles from './page.module.css';

/** `isContent`: the title is somebody's words, Chinese in every language of the window. */
type Props = { title: string; isContent?: boolean; children: ReactNode };

/** A page that takes the place of list and document. */
export function Page({ title, isContent = false, children }: Props) {
  return (
    <main className={styles.page} id="document" aria-label={title} data-pane tabIndex={-1}>
      <div className={styles.column}>
        <h1 className={isContent ? `han ${styles.title}` : styles.title}>{title}</h1>
        {children}
      </div>
    </main>
  );
}

type SectionProps = { title: string; text?: string; actions?: ReactNode; children?: ReactNode };

/** A part of a page with its own heading, its one sentence, and its buttons. */
export function PageSection({ title, text, actions, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 className={styles.name}>{title}</h2>
          {text !== undefined && <p className={styles.text}>{text}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
