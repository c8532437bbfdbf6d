import { useEffect, useState } from 'react';
import type { CallInput, CallOutput } from '../../shared/contract/index.ts';
import type { SearchHit } from '../../shared/contract/search.ts';
import { call } from '../api/client.ts';
import { usePages, type PageOf, type Pages } from '../api/use-pages.ts';

type HitPage = PageOf<SearchHit> &
  Pick<CallOutput<'search.find'>, 'isExact' | 'terms' | 'pieces' | 'problems'>;
export type Hits = Pages<SearchHit, HitPage> & {
  terms: readonly string[];
  /** Whether `total` is the whole count, or at least so many. */
  isExact: boolean;
};

const COUNT_AFTER_MS = 600;

/** What a query finds, page by page. A count that was cut short is completed when nobody has typed for a moment. */
export function useHits(question: CallInput<'search.find'>): Hits {
  const key = JSON.stringify(question);
  const pages = usePages<SearchHit, HitPage>(key, async (offset, limit) => {
    // Only the first page is overtaken by a new question; further pages are asked for side by side.
    const asker = offset === 0 ? { asker: 'hits' } : {};
    const { hits, ...answer } = await call('search.find', { ...question, offset, limit, ...asker });
    return { items: hits, ...answer };
  });
  const [counted, setCounted] = useState<{ key: string; total: number }>();
  const needsCount = !pages.isLoading && pages.first?.isExact === false;
  useEffect(() => {
    if (!needsCount) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      call('search.find', { ...question, limit: 1, exact: true, asker: 'count' }).then(
        ({ total }) => isCurrent && setCounted({ key, total }),
        () => undefined,
      );
    }, COUNT_AFTER_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // `question` is a new object at every render; `key` says when it really differs.
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
