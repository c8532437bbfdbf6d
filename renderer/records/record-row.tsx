import { memo } from 'react';
import type { RecordSummary } from '../../shared/contract/records.ts';
import { formatDate, formatTime } from '../../shared/i18n/format.ts';
import { codeName } from '../../shared/templates/code-lists/index.ts';
import { useSpeech } from '../app/words.tsx';
import { SampleBadge } from '../samples/sample-badge.tsx';
import { OpenComments } from './listing/open-comments.tsx';
import { StatusChip } from './listing/status-chip.tsx';
import { UnreadDot } from './listing/unread-dot.tsx';
import styles from './record-row.module.css';

export const ROW_HEIGHT = 112;
type Props = { record: RecordSummary; isOpen: boolean; isChosen: boolean; showsKind: boolean };

/** One record: title, its opening words, what it is and when it was changed. */
export const RecordRow = memo(function RecordRow(props: Props) {
  const { record, isOpen, isChosen, showsKind } = props;
  const { words, language, count } = useSpeech();
  const [charge, ...others] = record.charges;
  return (
    <div
      className={`han ${styles.record}`}
      data-open={isOpen || undefined}
      data-chosen={isChosen || undefined}
    >
      <p className={styles.title}>
        {record.isUnread && <UnreadDot />}
        {record.title}
      </p>
      <p className={styles.opening} data-empty={record.opening === '' || undefined}>
        {record.opening === '' ? words.records.noText : record.opening}
      </p>
      <p className={styles.facts}>
        {showsKind && <span className={styles.kind}>{words.kinds[record.kind]}</span>}
        {record.reviewFor !== null && (
          <span className={styles.from}>{words.office.from(record.reviewFor)}</span>
        )}
        {record.status !== null && <StatusChip status={record.status} />}
        <span className={styles.characters}>
          {words.records.charactersShort(count(record.characters))}
        </span>
        {charge !== undefined && (
          <span className={styles.charge}>
            {codeName('charge', charge, language)}
            {others.length > 0 && ` +${String(others.length)}`}
          </span>
        )}
        <OpenComments number={record.openComments} />
        {record.senderName !== null && (
          <span className={styles.sender} title={record.senderName}>
            {record.senderName}
          </span>
        )}
        {record.isSample && <SampleBadge />}
        <span className={styles.date}>{whenChanged(record.changedAt)}</span>
      </p>
    </div>
  );
});

/** Today the time, otherwise the date: what one looks for. */
function whenChanged(instant: number): string {
  const isToday = formatDate(instant) === formatDate(Date.now());
  return isToday ? formatTime(instant) : formatDate(instant);
}
