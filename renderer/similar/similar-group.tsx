import { ActionIcon, Button, Checkbox, Tooltip } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { FullRecord } from '../../shared/contract/records.ts';
import { useQuery } from '../api/use-query.ts';
import { FoldHeading, useFold } from '../app/fold.tsx';
import { flushAll } from '../app/flush.ts';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { showBeside } from '../beside/beside.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { SimilarList } from './similar-list.tsx';
import styles from './similar.module.css';

/** Whoever only passes by a record does not wait for it. */
const REST_IN_MS = 500;
const SHOWN = 8;

/** What in the library is like the open record, and why. It is compared as it was stored when it was opened, and when asked. */
export function SimilarGroup({ record }: { record: FullRecord }) {
  const { similar } = useWords();
  const { open, show } = useView();
  const fold = useFold('similar', styles.group);
  const [isRested, setRested] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), REST_IN_MS);
    return () => clearTimeout(timer);
  }, []);
  const isEnabled = isRested && !fold.isFolded;
  const [withOthers, setWithOthers] = useState(record.library !== 'own');
  const counts = useQuery('records.counts', {}).data;
  const hasOthers = (counts?.received.count ?? 0) + (counts?.guidance.count ?? 0) > 0;
  const input = { id: record.id, limit: SHOWN, withOthers, asker: 'similar' };
  const { data, failure, reload } = useQuery('similar.toRecord', input, {
    isEnabled,
    isLive: false,
  });
  const items = data?.items ?? [];
  return (
    <section {...fold.section} aria-label={similar.title}>
      <div className={styles.head}>
        <FoldHeading fold={fold}>{similar.title}</FoldHeading>
        <Tooltip label={similar.again}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={similar.again}
            onClick={() => void flushAll().then(reload)}
          >
            <IconRefresh size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {failure !== undefined && failure.code !== 'cancelled' && <FailureNotice failure={failure} />}
      {hasOthers && (
        <Checkbox
          size="xs"
          mb={6}
          label={similar.withOthers}
          checked={withOthers}
          onChange={(event) => setWithOthers(event.currentTarget.checked)}
        />
      )}
      <div role="status">
        {data === undefined && failure === undefined && (
          <p className={styles.hint}>{similar.looking}</p>
        )}
        {data !== undefined && items.length === 0 && (
          <p className={styles.hint}>{`${similar.none}。${similar.noneText}`}</p>
        )}
      </div>
      <SimilarList
        items={items}
        onOpen={({ id }) => open({ id, terms: [], section: null })}
        onBeside={({ id }) => showBeside(id)}
      />
      <Button
        className={styles.more ?? ''}
        size="compact-sm"
        variant="default"
        onClick={() => show('similar-passage')}
      >
        {similar.passage}
      </Button>
    </section>
  );
}
