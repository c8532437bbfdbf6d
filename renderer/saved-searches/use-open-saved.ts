import type { SavedSearch } from '../../shared/contract/saved-searches.ts';
import { callCommand } from '../api/use-command.ts';
import { useView } from '../app/view.tsx';
import { scopeOf } from '../search/scopes.ts';

/** Asks what a saved search asks; its answers of now count as seen. */
export function useOpenSaved(): (saved: SavedSearch) => void {
  const { search, setFinding } = useView();
  return ({ id, question, seenAt }) => {
    search(question.query);
    setFinding({
      ...scopeOf(question.kinds, question.where),
      order: question.order,
      saved: { id, query: question.query, seenAt },
    });
    callCommand('savedSearches.see', { id }).catch(() => undefined);
  };
}
