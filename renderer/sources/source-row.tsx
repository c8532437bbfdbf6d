import type { SourceSummary } from '../../shared/contract/sources.ts';
import { useSpeech } from '../app/words.tsx';
import { SampleBadge } from '../samples/sample-badge.tsx';
import styles from './sources.module.css';
import { byline, typeName } from './source-words.ts';

export const ROW_HEIGHT = 92;

/** One source: title, who and when, where it appeared, how often it is cited. */
export function SourceRow({ source, isOpen }: { source: SourceSummary; isOpen: boolean }) {
  const { words, count } = useSpeech();
  return (
    <div className={`han ${styles.row}`} data-open={isOpen || undefined}>
      <p className={styles.rowTitle} title={source.title}>
        {source.title}
      </p>
      <p className={styles.byline}>{byline(words, source)}</p>
      <p className={styles.facts}>
        <span>{typeName(words, source.type)}</span>
        {source.container !== '' && <span className={styles.container}>{source.container}</span>}
        {source.isSample && <SampleBadge />}
        {source.citedBy > 0 && (
          <span className={styles.cited}>{words.sources.citedBy(count(source.citedBy))}</span>
        )}
      </p>
    </div>
  );
}
