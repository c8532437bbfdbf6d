import type { Call } from '../../shared/contract/guidance.ts';
import { useSpeech } from '../app/words.tsx';
import styles from './guidance.module.css';

/** From this many days on one had better begin. */
const SOON = 7;

/** Until when a call runs, how long that is, and whether it still stands: in words, and in colour. */
export function CallDays({ call }: { call: Call }) {
  const { words, count } = useSpeech();
  const { guidance } = words;
  const { daysLeft, due, standing } = call;
  if (standing !== null) return <span className={styles.days}>{guidance.standings[standing]}</span>;
  if (due === null || daysLeft === null)
    return <span className={styles.days}>{guidance.noDue}</span>;
  const left =
    daysLeft < 0
      ? guidance.overdue(count(-daysLeft))
      : daysLeft === 0
        ? guidance.today
        : guidance.daysLeft(count(daysLeft));
  const tone = daysLeft < 0 ? 'late' : daysLeft <= SOON ? 'soon' : 'far';
  return (
    <span className={styles.days} data-tone={tone}>
      {`${guidance.due(due)} · ${left}`}
    </span>
  );
}

/** Whether anything can still be written for it. */
export function isOpenCall({ standing, daysLeft }: Call): boolean {
  return standing === null && (daysLeft === null || daysLeft >= 0);
}
