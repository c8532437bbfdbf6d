import { $getSelection, COMMAND_PRIORITY_HIGH, KEY_DOWN_COMMAND, mergeRegister } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { pressed } from '../../app/shortcuts/shortcuts.ts';
import { onAsk } from '../asks.ts';
import { FindBar } from './find-bar.tsx';

const LONGEST_FIRST = 100;
type Asked = { first: string; times: number };

/** Ctrl+H finds and replaces in the text; Ctrl+F stays the search of the library, wherever the caret is. */
export function Find({ editor }: { editor: LexicalEditor }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    const begin = () => {
      const selected = editor.read(() => $getSelection()?.getTextContent() ?? '');
      const first = selected.length > LONGEST_FIRST || selected.includes('\n') ? '' : selected;
      setAsked((before) => ({ first, times: (before?.times ?? 0) + 1 }));
      return true;
    };
    return mergeRegister(
      onAsk(editor, (what) => what === 'replace' && begin()),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (!pressed(event, 'replace')) return false;
          event.preventDefault();
          return begin();
        },
        COMMAND_PRIORITY_HIGH,
      ),
    );
  }, [editor]);
  if (asked === null) return null;
  return (
    <FindBar
      key={asked.first}
      editor={editor}
      first={asked.first}
      asked={asked.times}
      onClose={() => setAsked(null)}
    />
  );
}
