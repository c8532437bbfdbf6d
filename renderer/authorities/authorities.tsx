import {
  COMMAND_PRIORITY_HIGH,
  KEY_DOWN_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { useEffect, useEffectEvent, useState } from 'react';
import { RecordId } from '../../shared/contract/records.ts';
import { pressed } from '../app/shortcuts/shortcuts.ts';
import { AuthorityPopover } from './authority-popover.tsx';
import { authorityNotesNow, type AuthorityNote } from './authority-notes.ts';
import { useAuthorities } from './use-authorities.ts';

type Props = { editor: LexicalEditor; recordId: string; isReadOnly: boolean };
type Shown = { note: AuthorityNote; hasKeyboard: boolean };

/** The mouse rests so long on an authority before it is explained, and is away so long before that goes. Milliseconds. */
const REST = 350;
const AWAY = 250;

/** Authorities in the document: recognised, and explained under the mouse or at the caret. */
export function Authorities({ editor, recordId, isReadOnly }: Props) {
  useAuthorities(editor, isReadOnly);
  const [shown, setShown] = useState<Shown | null>(null);
  const [isOver, setOver] = useState(false);
  const parsed = RecordId.safeParse(recordId);
  const close = () => {
    setShown(null);
    setOver(false);
  };
  const hover = useEffectEvent((note: AuthorityNote | null) => {
    if (note === null && isOver) return;
    // The key that asks is heard here, too.
    setShown((before) => {
      if (before?.hasKeyboard === true) return before;
      return note === null ? null : { note, hasKeyboard: false };
    });
  });
  const ask = useEffectEvent(() => {
    const selection = getSelection();
    const range = selection === null || selection.rangeCount === 0 ? null : selection.getRangeAt(0);
    const note = range === null ? undefined : noteAt(range.startContainer, range.startOffset);
    if (note === undefined) return false;
    setShown({ note, hasKeyboard: true });
    return true;
  });
  useEffect(
    () =>
      register(
        editor,
        (note) => hover(note),
        () => ask(),
      ),
    [editor],
  );
  if (shown === null || !parsed.success) return null;
  return (
    <AuthorityPopover
      key={shown.note.form}
      note={shown.note}
      recordId={parsed.data}
      hasKeyboard={shown.hasKeyboard}
      onClose={close}
      onEnter={() => setOver(true)}
      onLeave={() => {
        setOver(false);
        if (!shown.hasKeyboard) setShown(null);
      }}
    />
  );
}

function noteAt(node: Node, offset: number): AuthorityNote | undefined {
  return authorityNotesNow().find(({ range }) => range.isPointInRange(node, offset));
}

function noteUnder({ clientX, clientY }: MouseEvent): AuthorityNote | null {
  const point = document.caretRangeFromPoint(clientX, clientY);
  const note = point === null ? undefined : noteAt(point.startContainer, point.startOffset);
  const isOn = [...(note?.range.getClientRects() ?? [])].some(
    ({ left, right, top, bottom }) =>
      clientX >= left && clientX <= right && clientY >= top && clientY <= bottom,
  );
  return isOn && note !== undefined ? note : null;
}

function register(
  editor: LexicalEditor,
  onHover: (note: AuthorityNote | null) => void,
  onAsk: () => boolean,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onMove = (event: MouseEvent) => {
    clearTimeout(timer);
    // While text is being selected nothing comes between.
    if (event.buttons === 0) timer = setTimeout(() => onHover(noteUnder(event)), REST);
  };
  const onLeave = () => {
    clearTimeout(timer);
    timer = setTimeout(() => onHover(null), AWAY);
  };
  const quiet = () => {
    clearTimeout(timer);
    onHover(null);
  };
  const unregister = mergeRegister(
    editor.registerRootListener((root, previous) => {
      for (const [element, change] of [
        [previous, 'removeEventListener'],
        [root, 'addEventListener'],
      ] as const) {
        element?.[change]('mousemove', onMove as EventListener);
        element?.[change]('mouseleave', onLeave);
        element?.[change]('keydown', quiet);
        element?.[change]('mousedown', quiet);
      }
    }),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (!pressed(event, 'authority') || !onAsk()) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
  return () => {
    clearTimeout(timer);
    unregister();
  };
}
