import { useEffect, useState } from 'react';
import type { CallInput, CallOutput } from '../../shared/contract/index.ts';
import { call } from '../api/client.ts';
import { useQuery } from '../api/use-query.ts';

export type Facets = CallOutput<'search.facets'>;
const COUNT_AFTER_MS = 600;

/** The facets of what is found: of the latest thousand at once, of all of them when nobody has asked for a moment. */
export function useFacets(
  question: CallInput<'search.facets'>,
  isEnabled: boolean,
): Facets | undefined {
  const key = JSON.stringify(question);
  const { data, isLoading } = useQuery(
    'search.facets',
    { ...question, asker: 'facets' },
    { isEnabled },
  );
  const [whole, setWhole] = useState<{ key: string; facets: Facets }>();
  const needsWhole = isEnabled && !isLoading && data?.isExact === false;
  useEffect(() => {
    if (!needsWhole) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      const all = { ...(JSON.parse(key) as typeof question), exact: true, asker: 'all-facets' };
      call('search.facets', all).then(
        (facets) => isCurrent && setWhole({ key, facets }),
        () => undefined,
      );
    }, COUNT_AFTER_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key, needsWhole]);
  return whole?.key === key ? whole.facets : data;
}
