import { useQuery } from '../api/use-query.ts';
import { useWords } from '../app/words.tsx';

/** What a profile is called, by its id. Nobody, or nobody known: nothing. Whoever has no name and works alone is "you". */
export function useProfileNames(): (id: string | null) => string {
  const { profiles } = useWords();
  const items = useQuery('profiles.list', {}).data?.items ?? [];
  return (id) => {
    const found = items.find((profile) => profile.id === id);
    if (found === undefined) return '';
    return found.name ?? (found.isCurrent ? profiles.you : profiles.unnamed);
  };
}
