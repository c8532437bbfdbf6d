import { useState } from 'react';
import type { FailureData } from '../../shared/contract/index.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { failureOf } from '../api/client.ts';
import { callCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { flushAll } from '../app/flush.ts';

/** Of chosen records, those that may not leave yet; and the way of whoever may approve them all at once. */
export function useUnapproved(ids: readonly RecordId[]) {
  const query = useQuery('review.unapproved', { ids: ids.slice(0, 1000) });
  const [failure, setFailure] = useState<FailureData>();
  const [isRunning, setRunning] = useState(false);
  const items = query.data?.items ?? [];
  const approveAll = async () => {
    setRunning(true);
    setFailure(undefined);
    try {
      // What is approved is what is on the screen.
      await flushAll();
      for (const { id } of items) await callCommand('review.step', { id, to: 'approved' });
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setRunning(false);
    }
  };
  return {
    items,
    isKnown: query.data !== undefined && !query.isLoading,
    isReady: query.data !== undefined && !query.isLoading && items.length === 0,
    mayApprove: items.length > 0 && items.every(({ mayApprove }) => mayApprove),
    approveAll,
    isRunning,
    failure: failure ?? query.failure,
  };
}
