import { useEffect, useState } from 'react';
import type { CallOutput } from '../../shared/contract/index.ts';
import type { RecordKind } from '../../shared/contract/records.ts';
import type { SearchHit } from '../../shared/contract/search.ts';
import { call } from '../api/client.ts';
import { usePages, type PageOf, type Pages } from '../api/use-pages.ts';

type HitPage = PageOf<SearchHit> & Pick<CallOutput<'search.find'>, 'isExact' | 'terms'>;
export type Hits = Pages<SearchHit, HitPage> & {
  terms: readonly string[];
  /** Whether `total` is the whole count, or at least so many. */
  isExact: boolean;
};

const COUNT_AFTER_MS = 600;

/** What a query finds, page by page. A count that was cut short is completed when nobody has typed for a moment. */
export function useHits(query: string, kinds: RecordKind[]): Hits {
  const key = JSON.stringify([query, kinds]);
  const pages = usePages<SearchHit, HitPage>(key, async (offset, limit) => {
    const { hits, total, isExact, terms } = await call('search.find', {
      query,
      kinds,
      offset,
      limit,
    });
    return { items: hits, total, isExact, terms };
  });
  const [counted, setCounted] = useState<{ key: string; total: number }>();
  const needsCount = !pages.isLoading && pages.first?.isExact === false;
  useEffect(() => {
    if (!needsCount) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      call('search.find', { query, kinds, limit: 1, exact: true }).then(
        ({ total }) => isCurrent && setCounted({ key, total }),
        () => undefined,
      );
    }, COUNT_AFTER_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // `kinds` is a new array at every render; `key` says when it really differs.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, needsCount]);

  const isCounted = counted?.key === key;
  return {
    ...pages,
    total: isCounted ? counted.total : pages.total,
    terms: pages.first?.terms ?? [],
    isExact: isCounted || pages.first?.isExact !== false,
  };
}
