import { useState } from 'react';
import type { ProfileId } from '../../shared/contract/profiles.ts';
import { useQuery } from '../api/use-query.ts';

export type Who = {
  items: readonly { id: ProfileId; name: string | null }[];
  /** Undefined: the only one there is, or nobody chosen yet. */
  chosen: ProfileId | undefined;
  choose: (id: ProfileId | undefined) => void;
  isChosen: boolean;
};

/** Who opens the workspace in a folder. An office with one officer is not asked. */
export function useWho(folder: string): Who {
  const [chosen, choose] = useState<ProfileId>();
  const items = useQuery('profiles.ofFolder', { folder }).data?.items ?? [];
  return { items, chosen, choose, isChosen: items.length < 2 || chosen !== undefined };
}
