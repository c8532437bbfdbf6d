import { memo } from 'react';
import type { RecordSummary } from '../../../shared/contract/records.ts';
import type { Column } from '../../../shared/contract/window.ts';
import { useSpeech } from '../../app/words.tsx';
import { SampleBadge } from '../../samples/sample-badge.tsx';
import { cellText, isFigure } from './cell-text.ts';
import { OpenComments } from './open-comments.tsx';
import { StatusChip } from './status-chip.tsx';
import styles from './table.module.css';
import { UnreadDot } from './unread-dot.tsx';

export const TABLE_ROW_HEIGHT = 36;
type Props = {
  record: RecordSummary;
  columns: readonly Column[];
  isOpen: boolean;
  isChosen: boolean;
};

/** One record on one line, in the columns that somebody chose. */
export const TableRow = memo(function TableRow({ record, columns, isOpen, isChosen }: Props) {
  const { language } = useSpeech();
  return (
    <div
      className={`han ${styles.row}`}
      data-open={isOpen || undefined}
      data-chosen={isChosen || undefined}
      data-unread={record.isUnread || undefined}
    >
      {columns.map(({ id, width }) => {
        const text = cellText(record, id, language);
        return (
          <span
            key={id}
            className={styles.cell}
            style={{ width }}
            data-column={id}
            data-figure={isFigure(id) || undefined}
          >
            {id === 'title' && record.isUnread && <UnreadDot />}
            {id === 'status' && record.status !== null ? (
              <StatusChip status={record.status} />
            ) : (
              <span className={styles.text} title={text}>
                {text}
              </span>
            )}
            {id === 'title' && <OpenComments number={record.openComments} />}
            {id === 'title' && record.isSample && <SampleBadge />}
          </span>
        );
      })}
    </div>
  );
});
