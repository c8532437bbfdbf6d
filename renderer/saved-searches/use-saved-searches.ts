import { useQuery } from '../api/use-query.ts';
import type { SavedSearch } from '../../shared/contract/saved-searches.ts';

const none: readonly SavedSearch[] = [];

/** The saved searches, each with what is new; kept current. */
export function useSavedSearches(): { items: readonly SavedSearch[] } {
  return { items: useQuery('savedSearches.list', {}).data?.items ?? none };
}
