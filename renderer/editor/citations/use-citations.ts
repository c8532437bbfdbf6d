import { mergeRegister, type LexicalEditor } from 'lexical';
import { useEffect, useEffectEvent, useState } from 'react';
import { SourceId } from '../../../shared/contract/sources.ts';
import { onChange } from '../../api/changes.ts';
import { call } from '../../api/client.ts';
import { labelCitations, nothingKnown, type Known } from './label-citations.ts';

const MOST = 2000;

/** Keeps the numbers of citations right while one writes, and answers what the list at the end needs. */
export function useCitations(
  editor: LexicalEditor,
  missing: string,
): { ids: readonly string[]; known: Known } {
  const [key, setKey] = useState('');
  const [known, setKnown] = useState<Known>(nothingKnown);
  const draw = useEffectEvent((): readonly string[] => {
    const root = editor.getRootElement();
    return root === null ? [] : labelCitations(editor, root, known, missing);
  });
  // What is cited, and in which order, is on the page when Lexical has drawn it.
  useEffect(
    () =>
      mergeRegister(
        editor.registerUpdateListener(() => setKey(draw().join(' '))),
        editor.registerRootListener((root) => {
          if (root !== null) setKey(draw().join(' '));
        }),
      ),
    [editor],
  );
  useEffect(() => void draw(), [known, missing]);
  useEffect(() => {
    const ids = idsIn(key)
      .slice(0, MOST)
      .map((id) => SourceId.parse(id));
    if (ids.length === 0) return undefined;
    let isOver = false;
    const ask = () => {
      call('sources.entries', { ids }).then(
        ({ entries }) => {
          if (isOver) return;
          setKnown({
            asked: new Set(ids),
            entries: new Map(entries.map(({ id, ...entry }) => [id, entry])),
          });
        },
        // Locked or stopped: what was known stays, and the next change asks again.
        () => undefined,
      );
    };
    ask();
    const stop = onChange(ask);
    return () => {
      isOver = true;
      stop();
    };
  }, [key]);
  return { ids: idsIn(key), known };
}

const idsIn = (key: string) => (key === '' ? [] : key.split(' '));
