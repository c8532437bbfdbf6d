import { UnstyledButton } from '@mantine/core';
import type { Call } from '../../shared/contract/guidance.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './guidance.module.css';

/** Whom a call went to: who has not answered, and what came from the others. */
export function CallAnswers({ call }: { call: Call }) {
  const { words, count } = useSpeech();
  const { guidance } = words;
  const { go, open } = useView();
  const { data, failure } = useQuery('guidance.answers', { id: call.id });
  if (failure !== undefined) return <FailureNotice failure={failure} />;
  if (data === undefined) return null;
  const silent = data.items.filter(({ records }) => records.length === 0);
  const answered = data.items.filter(({ records }) => records.length > 0);
  return (
    <section className={styles.answers} aria-label={guidance.answersOf(call.title)}>
      <div>
        <h3>{`${guidance.silent}（${count(silent.length)}）`}</h3>
        {silent.length === 0 && <p className={styles.hint}>{guidance.allAnswered}</p>}
        <ul>
          {silent.map(({ officeId, officeName }) => (
            <li key={officeId}>{officeName}</li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{`${guidance.answered}（${count(answered.length)}）`}</h3>
        {answered.length === 0 && <p className={styles.hint}>{guidance.noneAnswered}</p>}
        <ul>
          {answered.map(({ officeId, officeName, sentAt, records }) => (
            <li key={officeId}>
              <span>{officeName}</span>
              {sentAt === null && <span className={styles.hint}>{` · ${guidance.unsent}`}</span>}
              <ul>
                {records.map(({ id, title, receivedAt }) => (
                  <li key={id}>
                    <UnstyledButton
                      className={`han ${styles.leads}`}
                      onClick={() => {
                        go({ at: 'library', library: 'received' });
                        open({ id, terms: [], section: null });
                      }}
                    >
                      {title}
                    </UnstyledButton>
                    <span className={styles.hint}>{` ${formatDate(receivedAt)}`}</span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
