import { formatDate } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { PageSection } from '../ui/page.tsx';
import styles from './answers.module.css';
import { Part } from './part.tsx';

/** Offices from which nothing has come for as long as the settings of the situation say. */
export function SilentOffices() {
  const { words, count } = useSpeech();
  const { answers } = words;
  const silent = useQuery('answers.notices', {}).data?.silent ?? [];
  if (silent.length === 0) return null;
  return (
    <Part id="silent">
      <PageSection title={answers.silent}>
        <ul className={styles.list}>
          {silent.map(({ officeId, officeName, days, lastAt }) => (
            <li key={officeId} className={styles.row}>
              <span className={styles.name}>{officeName}</span>
              <span className={styles.facts}>
                <span>{lastAt === null ? answers.never : formatDate(lastAt)}</span>
                <span>{answers.silentDays(count(days))}</span>
              </span>
            </li>
          ))}
        </ul>
      </PageSection>
    </Part>
  );
}
