import { Button, Menu, Textarea } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { PROGRAM, type RecordStatus } from '../../shared/contract/record-status.ts';
import type { FullRecord } from '../../shared/contract/records.ts';
import type { ReviewStep } from '../../shared/contract/review.ts';
import { formatInstant } from '../../shared/i18n/format.ts';
import { FoldHeading, useFold } from '../app/fold.tsx';
import { useWords } from '../app/words.tsx';
import { useView } from '../app/view.tsx';
import { useProfileNames } from '../profiles/use-profile-names.ts';
import { StatusChip } from '../records/listing/status-chip.tsx';
import { RoundsView } from '../office/rounds-view.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import inspector from '../records/inspector.module.css';
import styles from './review.module.css';
import { StepList } from './step-list.tsx';
import { useSteps } from './use-steps.ts';

/** How far a record has come, the next step as one button, and the way so far. */
export function StatusGroup({ record }: { record: FullRecord }) {
  const { listing } = useWords();
  const fold = useFold('status', inspector.group);
  if (record.status === null) return null;
  return (
    <section {...fold.section} aria-label={listing.status}>
      <div className={inspector.name}>
        <FoldHeading fold={fold}>{listing.status}</FoldHeading>
      </div>
      <Way record={record} begun={record.status} />
    </section>
  );
}

function Way({ record, begun }: { record: FullRecord; begun: RecordStatus }) {
  const { packs, review } = useWords();
  const nameOf = useProfileNames();
  const way = useSteps(record.id, begun);
  const [comment, setComment] = useState('');
  const { show } = useView();
  // After the approval comes the pack; the rest is behind the menu.
  const isToLeave = way.status === 'approved' && way.next.length > 0;
  const usual = isToLeave ? undefined : way.next[0];
  const others = isToLeave ? way.next : way.next.slice(1);
  const [last] = way.steps;
  const take = async (to: Parameters<typeof way.take>[0]) => {
    if (await way.take(to, comment)) setComment('');
  };
  return (
    <div className={styles.way}>
      <p className={inspector.status}>
        <StatusChip status={way.status} />
        {last !== undefined && (
          <span className={inspector.hint}>
            {`${formatInstant(last.at)} · ${last.who === PROGRAM ? review.program : (last.name ?? nameOf(last.who))}`}
          </span>
        )}
      </p>
      {last !== undefined && isReopening(last) && (
        <p className={styles.reopened} role="status">
          {review.reopened}
        </p>
      )}
      {way.next.length > 0 && (
        <>
          <Textarea
            aria-label={review.comment}
            placeholder={review.comment}
            size="xs"
            autosize
            minRows={1}
            maxRows={6}
            maxLength={2000}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          <div className={styles.actions}>
            {usual === undefined ? (
              <Button size="compact-sm" onClick={() => show('export')}>
                {packs.export}
              </Button>
            ) : (
              <Button size="compact-sm" loading={way.isRunning} onClick={() => void take(usual)}>
                {review.verb(way.status, usual)}
              </Button>
            )}
            {others.length > 0 && (
              <Menu position="bottom-start">
                <Menu.Target>
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={way.isRunning}
                    rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
                  >
                    {review.otherSteps}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {others.map((to) => (
                    <Menu.Item key={to} onClick={() => void take(to)}>
                      {review.verb(way.status, to)}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
          </div>
        </>
      )}
      {way.failure !== undefined && <FailureNotice failure={way.failure} />}
      <RoundsView record={record} />
      {way.steps.length > 0 && <StepList steps={way.steps} nameOf={nameOf} />}
    </div>
  );
}

function isReopening({ before, after, who }: ReviewStep): boolean {
  return before === 'approved' && after === 'draft' && who === PROGRAM;
}
