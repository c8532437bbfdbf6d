import { stateOf, type Thread } from '../../shared/comments/thread.ts';
import { useSpeech } from '../app/words.tsx';
import type { Place } from '../editor/comments/places.ts';
import styles from './comments.module.css';

/** What a suggestion would take out and put in: of the words that stand there now, which may have been changed since. */
export function Suggestion({ thread, place }: { thread: Thread; place: Place | null }) {
  const { comments } = useSpeech().words;
  const { replacement, passage } = thread;
  if (replacement === null) return null;
  const isOpen = stateOf(thread) === 'open';
  const now = isOpen ? (place?.text ?? passage) : passage;
  return (
    <div className={styles.suggestion}>
      <p className={styles.who}>{replacement === '' ? comments.takeOut : comments.suggestion}</p>
      <p className={styles.words}>
        <del className={styles.removed}>{now}</del>
        {replacement !== '' && <ins className={styles.added}>{replacement}</ins>}
      </p>
      {isOpen && place !== null && place.text.slice(0, passage.length) !== passage && (
        <p className={styles.hint}>{comments.changedSince}</p>
      )}
    </div>
  );
}
