import { useCallback, useEffect, useState, type RefObject } from 'react';
import { fold } from '../../shared/text/fold.ts';
import { rangesIn } from '../editor/use-highlights.ts';
import './places.css';

const ALL = 'beside-hit';
const NOW = 'beside-hit-now';
const REST_IN_MS = 150;

export type Places = { at: number; total: number; step: (by: 1 | -1) => void };

/** Where the words stand in a text that is read, marked, and one of them in view. `isThere`: the text has been drawn. */
export function usePlaces(
  root: RefObject<HTMLElement | null>,
  words: string,
  isThere: boolean,
): Places {
  const [place, setPlace] = useState({ at: 0, total: 0 });
  const show = useCallback(
    (at: number, scrolls: boolean) => {
      const terms = termsOf(words);
      const ranges =
        root.current === null || terms.length === 0 ? [] : rangesIn(root.current, terms);
      const now = ranges.length === 0 ? 0 : (at + ranges.length) % ranges.length;
      CSS.highlights.set(ALL, new Highlight(...ranges));
      const range = ranges[now];
      const mark = range === undefined ? new Highlight() : new Highlight(range);
      mark.priority = 1;
      CSS.highlights.set(NOW, mark);
      if (scrolls) range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      setPlace({ at: now, total: ranges.length });
    },
    [root, words],
  );
  useEffect(() => {
    const timer = setTimeout(() => show(0, words.trim() !== ''), REST_IN_MS);
    return () => clearTimeout(timer);
  }, [show, words, isThere]);
  useEffect(
    () => () => {
      CSS.highlights.delete(ALL);
      CSS.highlights.delete(NOW);
    },
    [],
  );
  return { ...place, step: (by) => show(place.at + by, true) };
}

const MOST_TERMS = 20;

function termsOf(words: string): string[] {
  return fold(words.slice(0, 500).toWellFormed())
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_TERMS);
}
