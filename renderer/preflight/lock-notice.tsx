import type { RecordId } from '../../shared/contract/records.ts';
import { useWords } from '../app/words.tsx';
import { Notice } from '../ui/notice.tsx';
import { useLock } from './use-lock.ts';

/** Above a record that bears a state-secret marking: why it is locked, and what to do. */
export function LockNotice({ recordId }: { recordId: RecordId }) {
  const { preflight } = useWords();
  const words = useLock(recordId);
  if (words === null) return null;
  return (
    <div role="alert" data-testid="lock-notice">
      <Notice tone="care" title={preflight.lockTitle}>
        {preflight.lockReason(words)}
      </Notice>
    </div>
  );
}
