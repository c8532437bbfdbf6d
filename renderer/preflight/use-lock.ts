import type { RecordId } from '../../shared/contract/records.ts';
import { useQuery } from '../api/use-query.ts';

/** The state-secret marking that a record bears as it is stored, or null. */
export function useLock(id: RecordId): string | null {
  return useQuery('preflight.lock', { id }).data?.words ?? null;
}
