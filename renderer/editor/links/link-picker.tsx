import { Portal } from '@mantine/core';
import {
  BLUR_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_LOW,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { useEffect, useEffectEvent, useId, useState, type CSSProperties } from 'react';
import { choiceId, LinkChoices } from './link-choices.tsx';
import { answerQuery, type LinkQuery } from './link-query.ts';
import styles from './links.module.css';
import { useLinkQuery } from './use-link-query.ts';
import { useLinkChoices, type LinkChoice } from './use-link-choices.ts';

type Props = { editor: LexicalEditor; recordId: string };

/** `@` or `[[` lists records to link to. What is typed goes on into the text, so an input method composes as anywhere. */
export function LinkPicker({ editor, recordId }: Props) {
  const { query, place, close } = useLinkQuery(editor);
  if (query === null || place === null) return null;
  return (
    <OpenPicker editor={editor} recordId={recordId} query={query} place={place} onClose={close} />
  );
}

type OpenProps = Props & { query: LinkQuery; place: DOMRect; onClose: () => void };

function OpenPicker({ editor, recordId, query, place, onClose }: OpenProps) {
  const listId = useId();
  const { choices, isLoading } = useLinkChoices(query.text, recordId);
  const [chosen, setChosen] = useState({ text: '', at: 0 });
  // Something else was typed: the first answer is the best again.
  const active = chosen.text === query.text ? Math.min(chosen.at, choices.length - 1) : 0;
  const take = (choice: LinkChoice) => {
    onClose();
    answerQuery(editor, query, choice);
  };
  const move = useEffectEvent((by: 1 | -1) => {
    if (choices.length === 0) return false;
    const at = (active + by + choices.length) % choices.length;
    setChosen({ text: query.text, at });
    return true;
  });
  const takeActive = useEffectEvent(() => {
    const choice = choices[active];
    // With nothing to choose the key is what it always is.
    if (choice === undefined || isLoading) {
      if (!isLoading) onClose();
      return isLoading;
    }
    take(choice);
    return true;
  });
  const leave = useEffectEvent(() => {
    onClose();
    return true;
  });
  useEffect(
    () =>
      registerKeys(editor, {
        move: (by) => move(by),
        take: () => takeActive(),
        leave: () => leave(),
      }),
    [editor],
  );
  useEffect(() => {
    const root = editor.getRootElement();
    if (root === null) return undefined;
    root.setAttribute('aria-controls', listId);
    if (choices.length > 0) root.setAttribute('aria-activedescendant', choiceId(listId, active));
    return () => {
      root.removeAttribute('aria-controls');
      root.removeAttribute('aria-activedescendant');
    };
  }, [editor, listId, active, choices.length]);
  return (
    <Portal>
      <div className={styles.picker} style={besides(place)}>
        <LinkChoices
          listId={listId}
          choices={choices}
          active={active}
          isLoading={isLoading}
          onTake={take}
        />
      </div>
    </Portal>
  );
}

/** In CSS pixels. */
const WIDTH = 400;
const HEIGHT = 320;
const GAP = 4;

/** Below the line, above it where there is no room; never beyond the window. */
function besides({ left, top, bottom }: DOMRect): CSSProperties {
  const { innerWidth, innerHeight } = window;
  const across = { left: Math.max(GAP, Math.min(left, innerWidth - WIDTH - GAP)), width: WIDTH };
  const isBelow = bottom + GAP + HEIGHT <= innerHeight || top < HEIGHT;
  return isBelow
    ? { ...across, top: bottom + GAP }
    : { ...across, bottom: innerHeight - top + GAP };
}

type Keys = { move: (by: 1 | -1) => boolean; take: () => boolean; leave: () => boolean };

/** Keys of the input method are its own. */
function registerKeys(editor: LexicalEditor, { move, take, leave }: Keys): () => void {
  const unlessComposing = (does: () => boolean) => (event: KeyboardEvent | null) => {
    if (event === null || event.isComposing || editor.isComposing() || event.key === 'Process') {
      return false;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !does()) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return mergeRegister(
    editor.registerCommand(
      KEY_ARROW_DOWN_COMMAND,
      unlessComposing(() => move(1)),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      KEY_ARROW_UP_COMMAND,
      unlessComposing(() => move(-1)),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(KEY_ENTER_COMMAND, unlessComposing(take), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_TAB_COMMAND, unlessComposing(take), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_ESCAPE_COMMAND, unlessComposing(leave), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      BLUR_COMMAND,
      () => {
        leave();
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}
