import type { FullRecord } from '../../shared/contract/records.ts';
import { formatInstant } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { FoldHeading, useFold } from '../app/fold.tsx';
import { useSpeech } from '../app/words.tsx';
import inspector from '../records/inspector.module.css';
import styles from './answers.module.css';
import { OutcomeChip } from './outcome-chip.tsx';

/** What other offices said of a record of one's own, the latest word first. */
export function AnswersGroup({ record }: { record: FullRecord }) {
  const { words, count } = useSpeech();
  const { answers } = words;
  const fold = useFold('answers', inspector.group);
  const items = useQuery('answers.ofRecord', { id: record.id }).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section {...fold.section} aria-label={answers.answersOf}>
      <div className={inspector.name}>
        <FoldHeading fold={fold}>{answers.answersOf}</FoldHeading>
      </div>
      <ol className={styles.steps}>
        {items.map((item, at) => (
          <li key={`${item.packId} ${String(items.length - at)}`} className={styles.said}>
            <p className={styles.facts}>
              <OutcomeChip outcome={item.outcome} />
              <span>{item.officeName}</span>
              <span>{formatInstant(item.at)}</span>
              <span>{answers.revision(count(item.revision))}</span>
              {item.comments > 0 && <span>{answers.commentCount(count(item.comments))}</span>}
              {item.wordOf !== null && <span>{words.endorsements.wordOf(item.wordOf)}</span>}
              {item.isLate && <span className={styles.care}>{answers.late}</span>}
            </p>
            {item.outcome === 'purged' && <p className={styles.hint}>{answers.purgedThere}</p>}
            {item.note !== '' && <p className={`han ${styles.words}`}>{item.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
