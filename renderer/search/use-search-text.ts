import { useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../api/client.ts';
import { useQuery } from '../api/use-query.ts';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { suggest, type Suggestion } from './suggest.ts';

/** Long enough to skip the letters of one keystroke burst, short enough to feel as one types. */
const PAUSE_IN_MS = 70;
const HISTORY_SHOWN = 8;

export type SearchText = {
  text: string;
  suggestions: Suggestion[];
  history: string[];
  /** What was typed; while an input method composes it is not searched for yet. */
  type: (value: string, isComposing: boolean) => void;
  /** Puts a text into the box and searches for it. */
  take: (value: string) => void;
  clear: () => void;
  pause: () => void;
  forget: (query: string | undefined) => void;
  /** The history may have grown since it was read. */
  refresh: () => void;
};

/** Keeps a query in the history. It is a convenience, so a failure is nobody's news. */
export function rememberQuery(query: string): void {
  if (query.trim() === '') return;
  // No list shows it but the box's own, which reads it when it is opened: nothing is announced.
  call('search.remember', { query: query.trim().slice(0, 10_000) }).catch(() => undefined);
}

const noTags: readonly string[] = [];

/** The tags in use, the most frequent first, once they are asked for: counting them looks at every record. */
function useTagsFor(text: string): readonly string[] {
  const isEnabled = /标签|tag/iu.test(text);
  const marks = useQuery('records.marks', {}, { isEnabled, isLive: false }).data?.marks;
  return useMemo(
    () => marks?.filter(({ list }) => list === 'tag').map(({ code }) => code) ?? noTags,
    [marks],
  );
}

/** The text of the search box, and what it can go on with. */
export function useSearchText(): SearchText {
  const { language } = useSpeech();
  const { query, searchTyped, asked } = useView();
  const [text, setText] = useState(query);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tags = useTagsFor(text);
  const [thisYear] = useState(() => new Date().getFullYear());
  const remembered = useQuery('search.history', {}, { isLive: false });

  // A query set by somebody else (a saved search, leaving by the navigation) shows in the box.
  const [seen, setSeen] = useState(asked);
  if (asked !== seen) {
    setSeen(asked);
    setText(query);
  }
  // What was about to be asked from here is overtaken by it.
  useEffect(() => () => clearTimeout(timer.current), [asked]);

  const suggestions = useMemo(
    () => (text === '' ? [] : suggest(text, language, { tags, thisYear })),
    [text, language, tags, thisYear],
  );
  const take = (value: string) => {
    clearTimeout(timer.current);
    setText(value);
    searchTyped(value.trim());
  };
  return {
    text,
    suggestions,
    history: text === '' ? (remembered.data?.queries ?? []).slice(0, HISTORY_SHOWN) : [],
    type: (value, isComposing) => {
      setText(value);
      clearTimeout(timer.current);
      if (!isComposing) timer.current = setTimeout(() => searchTyped(value.trim()), PAUSE_IN_MS);
    },
    take,
    clear: () => take(''),
    pause: () => clearTimeout(timer.current),
    refresh: remembered.reload,
    forget: (one) => {
      call('search.clearHistory', one === undefined ? {} : { query: one }).then(
        remembered.reload,
        () => undefined,
      );
    },
  };
}
