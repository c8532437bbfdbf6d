import type { ReactNode } from 'react';
import { useDropped } from '../app/use-dropped.ts';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './import-zone.module.css';

/** The whole library takes files: dropped anywhere in it, they are looked at as an import. */
export function ImportZone({
  className,
  children,
}: {
  className: string | undefined;
  children: ReactNode;
}) {
  const { imports } = useWords();
  const { showImport } = useView();
  const { zone, isOver, failure, clearFailure } = useDropped(showImport);
  return (
    <div className={className} data-testid="import-zone" {...zone}>
      {children}
      {isOver && (
        <div className={styles.sheet} role="status">
          <p className={styles.words}>{imports.dropHere}</p>
        </div>
      )}
      {failure !== undefined && (
        <div className={styles.failure}>
          <FailureNotice failure={failure} onDismiss={clearFailure} />
        </div>
      )}
    </div>
  );
}
