import { useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../shared/contract/index.ts';
import type { Words } from '../../shared/i18n/index.ts';
import { wordsOf } from '../../shared/i18n/index.ts';
import { onChange } from '../api/changes.ts';
import { call } from '../api/client.ts';
import { commands } from '../app/commands/commands.ts';
import { useWorkspace } from '../app/session.tsx';
import { useWords } from '../app/words.tsx';
import { createFinder, type Finder } from './finder.ts';
import type { Entry } from './prepare.ts';
import { usePaletteShown } from './shown-palette.ts';

type Answer = CallOutput<'palette.entries'>;
export type RecordEntry = Entry & { kind: Answer['records'][number]['kind'] };

/** After the window has come up and been still for so long. */
const LOAD_AFTER_IN_MS = 1200;
/** While the palette is open, its answers follow what changes. */
const FOLLOW_AFTER_IN_MS = 300;

export type PaletteEntries = {
  finder: Finder;
  /** Counts the loads, for what shows answers. */
  loads: number;
  isLoading: boolean;
  /** Records that are found by name. */
  records: number;
};

/**
 * The palette's entries: commands at once, the rest after the window is usable. After a change they are read again when
 * the palette is opened, while the old ones answer; so nothing is read for each save as one writes.
 */
export function usePaletteEntries(): PaletteEntries {
  const words = useWords();
  const isDesk = useWorkspace().kind !== 'contact-point';
  const isShown = usePaletteShown();
  const [finder] = useState(createFinder);
  const [state, setState] = useState({ loads: 0, isLoading: true, records: 0 });
  const isStale = useRef(true);

  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = async () => {
      isStale.current = false;
      const names = commands.map(({ name }) => name(wordsOf('zh-CN')));
      const answer = await call('palette.entries', { names, asker: 'palette' }).catch(() => null);
      if (!isCurrent) return;
      if (answer === null) isStale.current = true;
      await finder.load([...commandEntries(words, answer?.names, isDesk), ...entriesOf(answer)]);
      if (!isCurrent) return;
      setState((before) => ({
        loads: before.loads + 1,
        isLoading: answer === null,
        records: answer?.records.length ?? before.records,
      }));
    };
    const wait = (milliseconds: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void load(), milliseconds);
    };
    if (finder.count() === 0) void finder.load(commandEntries(words, undefined, isDesk));
    if (isStale.current || isShown) wait(isShown ? 0 : LOAD_AFTER_IN_MS);
    const stopListening = onChange(() => {
      isStale.current = true;
      if (isShown) wait(FOLLOW_AFTER_IN_MS);
    });
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      stopListening();
    };
  }, [finder, isShown, isDesk, words]);
  return { finder, ...state };
}

/** Each is found by its name in both languages. */
function commandEntries(
  words: Words,
  sounds: readonly string[] | undefined,
  isDesk: boolean,
): Entry[] {
  return commands.flatMap(({ id, name, isForDesk = false }, at) => {
    if (isForDesk && !isDesk) return [];
    const texts = [name(wordsOf('zh-CN')), name(wordsOf('en'))];
    return [{ key: `command:${id}`, label: name(words), texts, sounds: [sounds?.[at] ?? ''] }];
  });
}

function entriesOf(answer: Answer | null): Entry[] {
  if (answer === null) return [];
  return [
    ...answer.savedSearches.map(({ id, name, sounds }) => ({
      key: `saved:${id}`,
      label: name,
      texts: [],
      sounds: [sounds],
    })),
    ...answer.tags.map(({ tag, sounds }) => ({
      key: `tag:${tag}`,
      label: tag,
      texts: [],
      sounds: [sounds],
    })),
    ...answer.records.map((record): RecordEntry => {
      const { id, kind, title, sounds, keywords, caseNumbers, pseudonyms, tags } = record;
      const texts = [...caseNumbers, ...pseudonyms, ...keywords, ...tags];
      return { key: `record:${id}`, label: title, kind, texts, sounds: [sounds] };
    }),
  ];
}
