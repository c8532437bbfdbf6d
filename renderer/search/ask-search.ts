import { useEffect, useEffectEvent } from 'react';
import { useView } from '../app/view.tsx';

/** Everything that cites an article (`刑法·213`), or what has these words. */
export type SearchAsked = { article: string } | { words: string };

let does: ((asked: SearchAsked) => void) | null = null;

/** For places that are far from the view: shows what was found in the list's place. */
export function askSearch(asked: SearchAsked): void {
  does?.(asked);
}

/** Whoever has the view answers. */
export function useSearchAsked(): void {
  const view = useView();
  const show = useEffectEvent((asked: SearchAsked) => {
    if ('words' in asked) view.search(`"${asked.words}"`);
    else {
      view.go({ at: 'records', kind: 'all' });
      const codes = [asked.article];
      view.setFinding({ where: [{ list: 'article', codes, isExcluded: false }] });
    }
  });
  useEffect(() => {
    does = (asked) => show(asked);
    return () => {
      does = null;
    };
  }, []);
}
