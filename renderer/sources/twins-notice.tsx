import { Button } from '@mantine/core';
import type { CallOutput } from '../../shared/contract/index.ts';
import type { SourceId } from '../../shared/contract/sources.ts';
import { useWords } from '../app/words.tsx';
import { byline } from './source-words.ts';
import styles from './sources.module.css';

type Props = {
  twins: CallOutput<'sources.twins'>['twins'];
  /** Takes one of them instead of making a new one. */
  onUse?: (id: SourceId) => void;
};

/** Sources of the library that are probably the one that is being entered. */
export function TwinsNotice({ twins, onUse }: Props) {
  const words = useWords();
  const { sources } = words;
  if (twins.length === 0) return null;
  return (
    <div className={styles.twins} role="status">
      <p>{sources.twins}</p>
      <ul>
        {twins.map(({ source, reason }) => (
          <li key={source.id} className={styles.twin}>
            <span className={styles.twinTitle}>
              {[source.title, byline(words, source), sources.twinReasons[reason]].join(' · ')}
            </span>
            {onUse !== undefined && (
              <Button size="compact-xs" variant="default" onClick={() => onUse(source.id)}>
                {sources.useTwin}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
