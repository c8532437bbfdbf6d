import type { AuditState } from '../../shared/contract/audit.ts';
import { useSpeech } from '../app/words.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './audit.module.css';

/** Whether the chain is whole, and its head, to be compared with one noted elsewhere. */
export function AuditVerdict({ state }: { state: AuditState }) {
  const { words, count } = useSpeech();
  const { audit } = words;
  return (
    <>
      <Notice tone={state.brokenAt === null ? 'good' : 'care'}>
        {state.brokenAt === null
          ? audit.whole(count(state.lines))
          : audit.broken(count(state.brokenAt))}
      </Notice>
      <p className={styles.head}>
        {audit.head} <code>{state.head}</code>
      </p>
    </>
  );
}
