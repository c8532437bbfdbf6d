import type { LexicalEditor } from 'lexical';
import { useEffect, useEffectEvent, useState } from 'react';
import { RecordId } from '../../../shared/contract/records.ts';
import { onChange } from '../../api/changes.ts';
import { call } from '../../api/client.ts';
import { useWords } from '../../app/words.tsx';
import { noteTargets, useKnownTargets } from '../../links/known-targets.ts';
import { labelLinks, linkedOn, type Targets } from './links-on-page.ts';

const REST_IN_MS = 200;
/** The store is asked for so many at a time. */
const AT_ONCE = 500;

/** Keeps the links of a document called what their records are called, and answers what is known of these. */
export function useLinkTargets(editor: LexicalEditor): Targets {
  const words = useWords();
  const [key, setKey] = useState('');
  const targets = useKnownTargets();
  const label = useEffectEvent(() => {
    const root = editor.getRootElement();
    if (root !== null) labelLinks(root, targets, words);
  });
  const look = useEffectEvent(() => {
    const root = editor.getRootElement();
    if (root === null) return;
    labelLinks(root, targets, words);
    setKey(linkedOn(root).join(' '));
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const first = setTimeout(() => look());
    const stop = editor.registerUpdateListener(() => {
      clearTimeout(timer);
      timer = setTimeout(() => look(), REST_IN_MS);
    });
    return () => {
      stop();
      clearTimeout(first);
      clearTimeout(timer);
    };
  }, [editor]);
  useEffect(() => label(), [targets, words]);
  useEffect(() => {
    if (key === '') return undefined;
    const read = () => {
      // Locked or stopped: what was known stays, and the next change asks again.
      readTargets(key.split(' ')).catch(() => undefined);
    };
    read();
    return onChange(read);
  }, [key]);
  return targets;
}

async function readTargets(ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE).map((id) => RecordId.parse(id));
    noteTargets((await call('links.targets', { ids: some })).targets);
  }
}
