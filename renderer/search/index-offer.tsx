import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useJob } from '../api/use-job.ts';
import { useQuery } from '../api/use-query.ts';
import { useNotices } from '../app/notices.tsx';
import { useWords } from '../app/words.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './search-results.module.css';

/** Offers to make the index anew when a quick look at it shows that something is missing. */
export function IndexOffer() {
  const { search, settings } = useWords();
  const state = useQuery('search.state', {}, { isLive: false });
  const rebuild = useJob('search.rebuild');
  const { reload } = state;
  const hasEnded = rebuild.job !== undefined && !rebuild.isRunning;
  useEffect(() => {
    // Also one that was started elsewhere.
    if (hasEnded) reload();
  }, [hasEnded, reload]);
  if (rebuild.job !== undefined && rebuild.isRunning) {
    return (
      <div className={styles.offer}>
        <JobProgress job={rebuild.job} label={settings.rebuilding} onCancel={rebuild.cancel} />
      </div>
    );
  }
  if (state.data?.isSound !== false) return null;
  return (
    <div className={styles.offer}>
      <Notice tone="care">{search.indexUnsound}</Notice>
      <Button size="compact-sm" variant="default" onClick={() => void rebuild.start({})}>
        {search.indexRebuild}
      </Button>
    </div>
  );
}

/** The same as a sentence when a workspace is opened. */
export function useIndexOffer(): void {
  const { search } = useWords();
  const notices = useNotices();
  const rebuild = useJob('search.rebuild');
  const isSound = useQuery('search.state', {}, { isLive: false }).data?.isSound;
  useEffect(() => {
    if (isSound !== false) return;
    notices.say(search.indexUnsound, {
      label: search.indexRebuild,
      run: () => void rebuild.start({}),
    });
    // Once, when it is known; not again when a word or a job changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isSound]);
}
