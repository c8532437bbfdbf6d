import type { RecordId } from '../../shared/contract/records.ts';
import { useQuery } from '../api/use-query.ts';
import { useWords } from '../app/words.tsx';
import { CallDays } from './call-days.tsx';
import { CallWriting } from './call-writing.tsx';
import styles from './guidance.module.css';

/** Above the text of a call that came: until when it runs, and what this office has done for it. */
export function CallLine({ id }: { id: RecordId }) {
  const { guidance } = useWords();
  const call = useQuery('guidance.calls', {}).data?.items.find((each) => each.id === id);
  if (call === undefined) return null;
  return (
    <div className={styles.line} role="group" aria-label={guidance.callState}>
      <CallDays call={call} />
      <CallWriting call={call} />
    </div>
  );
}
