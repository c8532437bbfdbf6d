import { useEffect } from 'react';
import { call } from '../api/client.ts';
import { useJob } from '../api/use-job.ts';

/**
 * Has the text of attachments read behind one's back: when a workspace was opened, and after files were added. Whoever stops it
 * is not asked again until one of these.
 */
export function useReadTexts(): void {
  const { start } = useJob('attachments.readTexts');
  const add = useJob('attachments.add').job;
  const added = add?.state === 'done' ? add.jobId : undefined;
  const isAdding = add?.state === 'running';
  useEffect(() => {
    if (isAdding) return;
    call('attachments.textState', {}).then(
      ({ waiting }) => (waiting > 0 ? start({}) : undefined),
      () => undefined,
    );
  }, [start, added, isAdding]);
}
