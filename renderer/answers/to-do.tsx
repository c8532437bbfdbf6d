import { UnstyledButton } from '@mantine/core';
import { useQuery } from '../api/use-query.ts';
import { useView, type AnswersPart } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PageSection } from '../ui/page.tsx';
import styles from './answers.module.css';

/** What waits, each with its number; a number leads to what it counts. */
export function ToDo() {
  const { words, count } = useSpeech();
  const { answers } = words;
  const { go, place, setListing } = useView();
  const { data, failure } = useQuery('answers.notices', {});
  const toReturned = () => {
    go({ at: 'records', kind: 'all' });
    setListing({ where: [{ list: 'status', codes: ['returned'] }] });
  };
  const to = (part: AnswersPart) => () => {
    if (place.at !== 'answers') go({ at: 'answers', part });
    else document.getElementById(part)?.scrollIntoView({ block: 'start' });
  };
  const lines: readonly [number, (n: string) => string, () => void][] =
    data === undefined
      ? []
      : [
          [data.owedPacks, (n) => answers.owed(n, count(data.owedOffices)), to('receipts')],
          [data.toEndorse, words.endorsements.toEndorse, () => go({ at: 'endorsements' })],
          [data.overdue, answers.overdue, to('standing')],
          [data.soon, answers.soon, to('standing')],
          [data.returned, answers.returned, toReturned],
          [data.unreadMessages, answers.unreadMessages, () => go({ at: 'messages' })],
          [
            data.unreadGuidance,
            answers.unreadGuidance,
            () => go({ at: 'library', library: 'guidance' }),
          ],
          [data.unanswered, answers.unanswered, to('unanswered')],
          [data.silent.length, answers.silentOffices, to('silent')],
        ];
  const waiting = lines.filter(([number]) => number > 0);
  return (
    <PageSection title={answers.todo}>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {data !== undefined && waiting.length === 0 && (
        <p className={styles.hint}>{answers.nothingToDo}</p>
      )}
      <ul className={styles.list}>
        {waiting.map(([number, say, open]) => (
          <li key={say('')} className={styles.row}>
            <UnstyledButton className={`${styles.title} ${styles.leads}`} onClick={open}>
              {say(count(number))}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
