import { UnstyledButton } from '@mantine/core';
import type { CallOutput } from '../../shared/contract/index.ts';
import { useSpeech } from '../app/words.tsx';
import type { Open } from './behind.ts';
import styles from './situation.module.css';
import type { Months } from './use-scope.ts';

type Props = { topics: CallOutput<'situation.overview'>['topics']; months: Months; open: Open };

/** The most frequent keywords of what came in. */
export function Topics({ topics, months, open }: Props) {
  const { words, count } = useSpeech();
  const { situation } = words;
  return (
    <section className={styles.part} aria-label={situation.topics}>
      <h2 className={styles.partName}>{situation.topics}</h2>
      {topics.length === 0 && <p className={styles.text}>{situation.noTopics}</p>}
      <ul className={styles.topics}>
        {topics.map(({ keyword, count: number }) => (
          <li key={keyword}>
            <UnstyledButton
              className={styles.topic}
              onClick={() =>
                open({
                  what: 'records',
                  title: situation.recordsOf(keyword),
                  question: { keyword, ...months },
                })
              }
            >
              <span className="han">{keyword}</span>
              <span className={styles.topicCount}>{situation.topicCount(count(number))}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
