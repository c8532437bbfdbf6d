import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { FullRecord } from '../../shared/contract/records.ts';
import { formatInstant } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { useWords } from '../app/words.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './office.module.css';
import { SendDialog } from './send-dialog.tsx';
import { useArrival, useRounds } from './use-rounds.ts';

/** Where the record stands between this computer and a colleague's, and the way there and back. */
export function RoundsView({ record }: { record: FullRecord }) {
  const { office } = useWords();
  const { rounds, isTheirs } = useRounds(record.id);
  const offices = useQuery('points.list', {}).data?.items ?? [];
  useArrival(record, rounds);
  const [isSending, setSending] = useState(false);
  const open = rounds.find(({ isMergeOpen }) => isMergeOpen);
  const maySend =
    record.status !== 'adopted' && (isTheirs || offices.some(({ isColleague }) => isColleague));
  if (rounds.length === 0 && !maySend) return null;
  return (
    <div className={styles.rounds}>
      {rounds.map((round) => (
        <div key={round.officeId} className={styles.round}>
          <p>
            {office.state[`${round.role} ${round.state}`](round.officeName)}
            <span className={styles.text}>{` · ${formatInstant(round.at)}`}</span>
          </p>
          {round.isOtherApproved && (
            <Notice tone="care">{office.otherApproved(round.officeName)}</Notice>
          )}
        </div>
      ))}
      <div className={styles.actions}>
        {open === undefined && maySend && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconSend size={14} stroke={1.75} aria-hidden />}
            onClick={() => setSending(true)}
          >
            {isTheirs ? office.sendBack : office.send}
          </Button>
        )}
      </div>
      {isSending && <SendDialog record={record} onClose={() => setSending(false)} />}
    </div>
  );
}
