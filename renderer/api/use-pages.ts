import { useCallback, useEffect, useRef, useState } from 'react';
import type { FailureData } from '../../shared/contract/index.ts';
import { onChange } from './changes.ts';
import { failureOf } from './client.ts';

export type PageOf<Item> = { items: readonly Item[]; total: number };
export type Pages<Item, Page extends PageOf<Item>> = {
  total: number;
  /** The first page as it came, with whatever else the answer says. */
  first: Page | undefined;
  failure: FailureData | undefined;
  isLoading: boolean;
  itemAt: (index: number) => Item | undefined;
  /** Sees to it that these rows are there, or on their way. */
  want: (from: number, to: number) => void;
};

export const PAGE_SIZE = 100;
/** So many pages are held, the first and the nearest: whoever scrolls through a hundred thousand rows fills no memory. */
const MOST_PAGES = 24;
type State<Page> = {
  key: string;
  pages: ReadonlyMap<number, Page>;
  failure: FailureData | undefined;
};

/** The pages that are one too many, the farthest from what is in view; never the first, which says the total. */
export function farFrom(
  [from, to]: readonly [number, number],
  pages: ReadonlyMap<number, unknown>,
): number[] {
  if (pages.size <= MOST_PAGES) return [];
  const distance = (page: number) => Math.max(from - page, page - to, 0);
  return [...pages.keys()]
    .filter((page) => page !== 0)
    .toSorted((one, other) => distance(other) - distance(one))
    .slice(0, pages.size - MOST_PAGES);
}

/**
 * A list that is too long to hold: pages are fetched as they come into view and fetched again after changes.
 * `key` names the question; with a new one the old rows stay until the first new page is there, then they go.
 */
export function usePages<Item, Page extends PageOf<Item>>(
  key: string,
  fetchPage: (offset: number, limit: number) => Promise<Page>,
): Pages<Item, Page> {
  const [state, setState] = useState<State<Page>>({
    key: '',
    pages: new Map(),
    failure: undefined,
  });
  const fetchLatest = useRef(fetchPage);
  useEffect(() => {
    fetchLatest.current = fetchPage;
  });
  const turn = useRef(0);
  const asked = useRef(new Set<number>());
  const visible = useRef<[number, number]>([0, 0]);

  const load = useCallback(
    (page: number, current: number) => {
      asked.current.add(page);
      fetchLatest.current(page * PAGE_SIZE, PAGE_SIZE).then(
        (answer) => {
          if (current !== turn.current) return;
          setState((before) => {
            const pages = new Map(before.key === key ? before.pages : []);
            pages.set(page, answer);
            for (const far of farFrom(visible.current, pages)) {
              pages.delete(far);
              asked.current.delete(far);
            }
            return { key, pages, failure: undefined };
          });
        },
        (error: unknown) => {
          if (current !== turn.current) return;
          setState((before) => ({ ...before, key, failure: failureOf(error) }));
        },
      );
    },
    [key],
  );

  useEffect(() => {
    const refresh = () => {
      const current = (turn.current += 1);
      asked.current = new Set();
      const [from, to] = visible.current;
      for (let page = from; page <= to; page += 1) load(page, current);
      if (from > 0) load(0, current);
    };
    visible.current = [0, 0];
    refresh();
    const stopListening = onChange(refresh);
    return () => {
      turn.current += 1;
      stopListening();
    };
  }, [load]);

  const want = useCallback(
    (from: number, to: number) => {
      const range: [number, number] = [Math.floor(from / PAGE_SIZE), Math.floor(to / PAGE_SIZE)];
      visible.current = range;
      for (let page = range[0]; page <= range[1]; page += 1)
        if (!asked.current.has(page)) load(page, turn.current);
    },
    [load],
  );

  const first = state.pages.get(0);
  return {
    total: first?.total ?? 0,
    first,
    failure: state.failure,
    isLoading: state.key !== key,
    itemAt: (index) => state.pages.get(Math.floor(index / PAGE_SIZE))?.items[index % PAGE_SIZE],
    want,
  };
}
