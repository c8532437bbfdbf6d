import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FullRecord } from '../../shared/contract/records.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { OnwardWords } from '../answers/onward-words.tsx';
import { OutcomeChip } from '../answers/outcome-chip.tsx';
import { useQuery } from '../api/use-query.ts';
import { FoldHeading, useFold } from '../app/fold.tsx';
import { useSpeech } from '../app/words.tsx';
import inspector from '../records/inspector.module.css';
import styles from './sent-packs.module.css';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** The packs a record of one's own went in, what they were answered with, and the way to take it back. */
export function SentGroup({ record }: { record: FullRecord }) {
  const { words, count } = useSpeech();
  const { inbox, packs } = words;
  const fold = useFold('sent', inspector.group);
  const [isAsked, setAsked] = useState(false);
  const sent = useQuery('packs.list', { recordId: record.id, offset: 0, limit: 50 }).data;
  const where = useQuery('packs.where', { recordId: record.id }).data?.items ?? [];
  if (sent === undefined || sent.total === 0) return null;
  return (
    <section {...fold.section} aria-label={packs.sentOf}>
      <div className={inspector.name}>
        <FoldHeading fold={fold}>{packs.sentOf}</FoldHeading>
      </div>
      <ol className={styles.group}>
        {sent.items.map((pack) => {
          const named = [...pack.contents, ...pack.withdrawn].find(({ id }) => id === record.id);
          const replaced = pack.replaces.find(({ recordId }) => recordId === record.id);
          return (
            <li key={pack.packId} className={styles.line}>
              <span>{`${packs.number(pack.sequence)} · ${inbox.packKinds[pack.kind]}`}</span>
              <span className={styles.text}>{pack.recipientName}</span>
              <span className={styles.text}>{formatDate(pack.createdAt)}</span>
              {replaced !== undefined && (
                <span className={styles.text}>{packs.replacesOf(count(replaced.revision))}</span>
              )}
              {named !== undefined && named.outcome !== null ? (
                <OutcomeChip outcome={named.outcome} />
              ) : (
                <span className={pack.answer === 'waiting' ? styles.waiting : styles.text}>
                  {packs.answerStates[pack.answer]}
                </span>
              )}
              {named !== undefined && <OnwardWords words={named.onward} />}
            </li>
          );
        })}
      </ol>
      {where.length > 0 && (
        <Button size="compact-sm" variant="default" mt={8} onClick={() => setAsked(true)}>
          {packs.withdraw}
        </Button>
      )}
      {isAsked && (
        <WithdrawDialog record={record} offices={where} onClose={() => setAsked(false)} />
      )}
    </section>
  );
}
