import { ActionIcon, Pagination, Tooltip } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { FoldHeading, useFold } from '../app/fold.tsx';
import { useState } from 'react';
import type { FullRecord } from '../../shared/contract/records.ts';
import type { Revision } from '../../shared/contract/revisions.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { isReadOnly } from '../records/is-read-only.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './history.module.css';
import { KeepDialog } from './keep-dialog.tsx';
import { RenameRevision } from './rename-revision.tsx';
import { RevisionRow } from './revision-row.tsx';
import { useShownRevision } from './shown-revision.ts';

const ON_A_PAGE = 20;

/** What the history of the open record keeps, newest first, by day. */
export function HistoryGroup({ record }: { record: FullRecord }) {
  const { words, count } = useSpeech();
  const { revisions } = words;
  const [page, setPage] = useState(1);
  const [isKeeping, setKeeping] = useState(false);
  const [renamed, setRenamed] = useState<Revision>();
  const shown = useShownRevision(record.id);
  const { data, failure } = useQuery('revisions.list', {
    recordId: record.id,
    offset: (page - 1) * ON_A_PAGE,
    limit: ON_A_PAGE,
  });
  const isFixed = isReadOnly(record);
  const total = data?.total ?? 0;
  const fold = useFold('history', styles.group);
  return (
    <section {...fold.section} aria-label={revisions.title}>
      <div className={styles.head}>
        <FoldHeading fold={fold}>{revisions.title}</FoldHeading>
        {total > 0 && <span className={styles.hint}>{count(total)}</span>}
        {!isFixed && record.trashedAt === null && (
          <Tooltip label={revisions.keep}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label={revisions.keep}
              onClick={() => setKeeping(true)}
            >
              <IconBookmark size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {data?.total === 0 && (
        <p className={styles.hint}>{isFixed ? revisions.noneReadOnly : revisions.none}</p>
      )}
      {byDay(data?.items ?? []).map(([day, all]) => (
        <div key={day}>
          <h4 className={styles.day}>{day}</h4>
          <ul className={styles.list}>
            {all.map((revision) => (
              <RevisionRow
                key={revision.id}
                recordId={record.id}
                revision={revision}
                shown={shown}
                onRename={() => setRenamed(revision)}
              />
            ))}
          </ul>
        </div>
      ))}
      {total > ON_A_PAGE && (
        <Pagination
          size="xs"
          siblings={0}
          aria-label={revisions.pages}
          total={Math.ceil(total / ON_A_PAGE)}
          value={page}
          onChange={setPage}
        />
      )}
      {isKeeping && <KeepDialog recordId={record.id} onClose={() => setKeeping(false)} />}
      {renamed !== undefined && (
        <RenameRevision revision={renamed} onClose={() => setRenamed(undefined)} />
      )}
    </section>
  );
}

function byDay(items: readonly Revision[]): [string, Revision[]][] {
  const days: [string, Revision[]][] = [];
  for (const revision of items) {
    const day = formatDate(revision.writtenAt);
    const last = days.at(-1);
    if (last?.[0] === day) last[1].push(revision);
    else days.push([day, [revision]]);
  }
  return days;
}
