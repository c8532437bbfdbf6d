import type { Office } from '../../shared/contract/points.ts';
import { maySend } from '../../shared/packs/pack-kinds.ts';
import { useQuery } from '../api/use-query.ts';
import { useWorkspace } from '../app/session.tsx';

/** The enrolled offices that guidance from here may go to. */
export function useRecipients() {
  const { kind } = useWorkspace();
  const { data, failure } = useQuery('points.list', {});
  const offices: Office[] = data?.items ?? [];
  return {
    isKnown: data !== undefined,
    failure,
    all: offices,
    offices: offices.filter((office) => maySend('guidance', kind, office.kind)),
  };
}
