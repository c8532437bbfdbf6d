import type { ReactNode } from 'react';
import { useDropped } from '../app/use-dropped.ts';
import { useView } from '../app/view.tsx';
import { useBring } from '../inbox/use-bring.ts';
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
  const { imports, inbox } = useWords();
  const { place, showImport } = useView();
  const bring = useBring();
  // A folder may hold packs or texts: it is what the place is for where it falls.
  const take = (paths: readonly string[]) =>
    place.at === 'inbox' ? void bring(paths) : showImport(paths);
  const { zone, isOver, failure, clearFailure } = useDropped(take);
  return (
    <div className={className} data-testid="import-zone" {...zone}>
      {children}
      {isOver && (
        <div className={styles.sheet} role="status">
          <p className={styles.words}>{place.at === 'inbox' ? inbox.dropHere : imports.dropHere}</p>
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
