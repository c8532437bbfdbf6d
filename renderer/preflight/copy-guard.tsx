import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { RecordId } from '../../shared/contract/records.ts';
import type { Marking } from '../../shared/templates/record-fields.ts';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';

type Props = {
  recordId: RecordId;
  marking: Marking | null;
  /** What is copied from. */
  place: RefObject<HTMLElement | null>;
};

/** Copying from a record that is marked higher asks first, once as long as the record is open: what is copied is checked by nobody. */
export function CopyGuard({ recordId, marking, place }: Props) {
  const { app, fields, preflight } = useWords();
  const [isAsking, setAsking] = useState(false);
  const allowed = useRef<RecordId>(null);
  const isHigher = marking === 'internal' || marking === 'work-secret';
  useEffect(() => {
    const from = place.current;
    if (from === null || !isHigher) return undefined;
    const ask = (event: ClipboardEvent) => {
      if (allowed.current === recordId) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setAsking(true);
    };
    from.addEventListener('copy', ask, true);
    from.addEventListener('cut', ask, true);
    return () => {
      from.removeEventListener('copy', ask, true);
      from.removeEventListener('cut', ask, true);
    };
  }, [place, isHigher, recordId]);
  if (!isAsking || !isHigher) return null;
  const close = () => setAsking(false);
  const agree = () => {
    allowed.current = recordId;
    close();
  };
  return (
    <Dialog
      title={preflight.copyTitle}
      onClose={close}
      onSubmit={agree}
      actions={
        <>
          <Button variant="default" data-autofocus onClick={close}>
            {app.cancel}
          </Button>
          <Button type="submit">{preflight.copyAnyway}</Button>
        </>
      }
    >
      <p>{preflight.copyText(fields.markings[marking])}</p>
    </Dialog>
  );
}
