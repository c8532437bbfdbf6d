import { useEffect, useRef } from 'react';
import type { OfficeRound } from '../../shared/contract/office.ts';
import type { FullRecord, RecordId } from '../../shared/contract/records.ts';
import { useQuery } from '../api/use-query.ts';
import { askToReadAgain } from '../records/read-again.ts';

const none: readonly OfficeRound[] = [];

/** Between which offices a record is, the latest exchange first; whether it is another office's. */
export function useRounds(recordId: RecordId) {
  const rounds = useQuery('office.rounds', { recordId }).data?.rounds ?? none;
  return { rounds, isTheirs: rounds.some(({ role }) => role === 'reviewer') };
}

/** What came in while the record is open may have changed its text. */
export function useArrival({ id }: FullRecord, rounds: readonly OfficeRound[]): void {
  const arrived = Math.max(
    0,
    ...rounds.filter(({ state }) => state === 'here').map(({ at }) => at),
  );
  const seen = useRef<{ id: RecordId; arrived: number }>(undefined);
  useEffect(() => {
    const before = seen.current;
    seen.current = { id, arrived };
    if (before?.id === id && before.arrived > 0 && arrived > before.arrived) askToReadAgain(id);
  }, [id, arrived]);
}
