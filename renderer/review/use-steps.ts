import type { CallInput } from '../../shared/contract/index.ts';
import type { RecordStatus } from '../../shared/contract/record-status.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { flushAll } from '../app/flush.ts';

type To = CallInput<'review.step'>['to'];

/** The way of a record so far, and how to take it further. What is approved is what is on the screen. */
export function useSteps(id: RecordId, begun: RecordStatus) {
  const query = useQuery('review.steps', { id });
  const command = useCommand('review.step');
  const steps = query.data?.steps ?? [];
  const take = async (to: To, comment: string): Promise<boolean> => {
    if (!(await flushAll())) return false;
    return (await command.run({ id, to, comment })) !== undefined;
  };
  return {
    status: steps[0]?.after ?? begun,
    steps,
    next: query.data?.next ?? [],
    take,
    isRunning: command.isRunning,
    failure: command.failure ?? query.failure,
  };
}
