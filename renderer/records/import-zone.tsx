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
  const { go, place, showImport } = useView();
  const bring = useBring();
  // Packs go to the inbox wherever they fall; a folder may hold either, so there it counts where one is.
  const take = async (paths: readonly string[]) => {
    const packs = paths.filter((path) => place.at === 'inbox' || /\.jzpack$/iu.test(path));
    const others = paths.filter((path) => !packs.includes(path));
    if (packs.length > 0 && (await bring(packs))) go({ at: 'inbox' });
    if (others.length > 0) showImport(others);
  };
  const { zone, isOver, failure, clearFailure } = useDropped((paths) => void take(paths));
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
