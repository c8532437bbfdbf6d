import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RecordId } from '../../shared/contract/records.ts';
import { flushAll } from '../app/flush.ts';
import { useWords } from '../app/words.tsx';
import { Notice } from '../ui/notice.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import styles from './office.module.css';
import { useRounds } from './use-rounds.ts';

/** Above the text: something came back that waits to be joined to it, and the way there. */
export function MergeNotice({ recordId }: { recordId: RecordId }) {
  const { office } = useWords();
  const { rounds } = useRounds(recordId);
  const [isOpen, setOpen] = useState(false);
  const waiting = rounds.find(({ isMergeOpen }) => isMergeOpen);
  return (
    <>
      {waiting !== undefined && (
        <Notice tone="care">
          <span className={styles.waiting}>
            <span>{office.mergeWaits(waiting.officeName)}</span>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void flushAll().then(() => setOpen(true))}
            >
              {office.openMerge}
            </Button>
          </span>
        </Notice>
      )}
      {isOpen && <MergeDialog recordId={recordId} onClose={() => setOpen(false)} />}
    </>
  );
}
