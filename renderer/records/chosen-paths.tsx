import { CloseButton } from '@mantine/core';
import { useWords } from '../app/words.tsx';
import styles from './import-dialog.module.css';

/** More names than this say nothing more. */
const SHOWN = 200;

type Props = { paths: readonly string[]; onRemove: (path: string) => void };

export function ChosenPaths({ paths, onRemove }: Props) {
  const { records } = useWords();
  if (paths.length === 0) return null;
  return (
    <section aria-label={records.chosen}>
      <h3 className={styles.name}>{records.chosenPaths(paths.length)}</h3>
      <ul className={styles.paths}>
        {paths.slice(0, SHOWN).map((path) => (
          <li key={path} className={styles.path}>
            <span title={path}>{path.split(/[/\\]/u).at(-1)}</span>
            <CloseButton
              size="sm"
              aria-label={records.removeItem(path)}
              onClick={() => onRemove(path)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
