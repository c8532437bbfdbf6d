import { useSpeech } from '../app/words.tsx';
import type { Looked } from './grouped.ts';
import styles from './preflight.module.css';

const SHOWN = 50;

/** What is hidden in the chosen files: what goes out of them without asking, and what is still there. */
export function HiddenFiles({ files }: { files: Looked['files'] }) {
  const { words } = useSpeech();
  const { preflight } = words;
  const saying = useHiddenCounts();
  if (files.length === 0) return null;
  return (
    <section className={styles.files} aria-label={preflight.filesTitle}>
      <p className={styles.where}>{`${preflight.filesTitle} · ${preflight.filesHint}`}</p>
      <ul>
        {files.slice(0, SHOWN).map(({ recordId, name, removed, left }, at) => (
          // Two files of a record may have the same name.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${recordId} ${at}`}>
            <bdi>{name}</bdi>
            {removed.length > 0 && <span>{preflight.fileRemoved(saying(removed))}</span>}
            {left.length > 0 && <span data-left="true">{preflight.fileLeft(saying(left))}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Kinds and counts in a row. */
export function useHiddenCounts(): (counts: Looked['files'][number]['left']) => string {
  const { words, count } = useSpeech();
  return (counts) =>
    words.preflight.hiddenCounts(counts.map((one) => [one.part, count(one.count)] as const));
}
