import { Radio } from '@mantine/core';
import type { WordChanges } from '../../shared/contract/records.ts';
import { useWords } from '../app/words.tsx';
import styles from './changes-question.module.css';

type Counts = { insertions: number; deletions: number; comments: number };
type Props = {
  files: readonly Counts[];
  value: WordChanges;
  onChange: (value: WordChanges) => void;
};

/** What others did in Word files is for a person to decide: which text is taken, and what becomes of comments. */
export function ChangesQuestion({ files, value, onChange }: Props) {
  const { imports } = useWords();
  const sum = (of: (counts: Counts) => number) => files.reduce((all, one) => all + of(one), 0);
  const [changes, comments] = [
    sum(({ insertions, deletions }) => insertions + deletions),
    sum((one) => one.comments),
  ];
  return (
    <section className={styles.question} aria-label={imports.changes.title}>
      <h3 className={styles.title}>
        {imports.changes.found(String(files.length), String(changes), String(comments))}
      </h3>
      <div className={styles.parts}>
        {changes > 0 && (
          <Radio.Group
            label={imports.changes.text}
            value={value.text}
            onChange={(text) => onChange({ ...value, text: text as WordChanges['text'] })}
          >
            <div className={styles.choices}>
              <Radio
                size="xs"
                value="accepted"
                label={imports.changes.accepted}
                classNames={{ description: styles.hint ?? '' }}
                description={imports.changes.acceptedHint}
              />
              <Radio
                size="xs"
                value="original"
                label={imports.changes.original}
                classNames={{ description: styles.hint ?? '' }}
                description={imports.changes.originalHint}
              />
            </div>
          </Radio.Group>
        )}
        {comments > 0 && (
          <Radio.Group
            label={imports.changes.comments}
            value={value.comments}
            onChange={(one) => onChange({ ...value, comments: one as WordChanges['comments'] })}
          >
            <div className={styles.choices}>
              <Radio
                size="xs"
                value="threads"
                label={imports.changes.threads}
                classNames={{ description: styles.hint ?? '' }}
                description={imports.changes.threadsHint}
              />
              <Radio
                size="xs"
                value="beside"
                label={imports.changes.beside}
                classNames={{ description: styles.hint ?? '' }}
                description={imports.changes.besideHint}
              />
            </div>
          </Radio.Group>
        )}
      </div>
    </section>
  );
}

/** What most people would say. */
export const usualChanges: WordChanges = { text: 'accepted', comments: 'threads' };
