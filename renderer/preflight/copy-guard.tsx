import { useEffect, type RefObject } from 'react';
import type { RecordId } from '../../shared/contract/records.ts';
import type { Marking } from '../../shared/templates/record-fields.ts';
import { mayCopy } from './copying.ts';
import { useLock } from './use-lock.ts';

type Props = {
  recordId: RecordId;
  marking: Marking | null;
  /** What is copied from, or dragged out of. */
  place: RefObject<HTMLElement | null>;
};

/**
 * Copying from a record that is marked higher asks first, once a session: what is copied is checked by nobody. From one with a
 * state-secret marking nothing is copied.
 */
export function CopyGuard({ recordId, marking, place }: Props) {
  const isLocked = useLock(recordId) !== null;
  useEffect(() => {
    const from = place.current;
    if (from === null) return undefined;
    const guard = (event: Event) => {
      if (mayCopy({ recordId, marking, isLocked })) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const kinds = ['copy', 'cut', 'dragstart'] as const;
    for (const kind of kinds) from.addEventListener(kind, guard, true);
    return () => {
      for (const kind of kinds) from.removeEventListener(kind, guard, true);
    };
  }, [place, isLocked, marking, recordId]);
  return null;
}
