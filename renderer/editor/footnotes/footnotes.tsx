import {
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { useEffect, useEffectEvent, useState } from 'react';
import { pressed } from '../../app/shortcuts/shortcuts.ts';
import { useWords } from '../../app/words.tsx';
import { onAsk } from '../asks.ts';
import { placeOfCaret } from '../place-of-caret.ts';
import { $isInlineNode } from '../nodes/inline-node.ts';
import { FootnotePopover } from './footnote-popover.tsx';
import { linksIn } from '../../../shared/document/record-links.ts';
import { FOOTNOTE_CLASS, footnotesOn, type FootnoteOnPage } from './footnotes-on-page.ts';
import { NoteText } from './note-text.tsx';
import { writeFootnote, type Noting } from './write-footnote.ts';

type Props = { editor: LexicalEditor; recordId: string; isReadOnly: boolean };
type Open = Noting & { place: DOMRect };
const REST_IN_MS = 200;

/** Footnotes: their list under the document, the window they are written in, and the ways between. The style sheet numbers them. */
export function Footnotes({ editor, recordId, isReadOnly }: Props) {
  const { writing } = useWords();
  const notes = useFootnotes(editor);
  const [open, setOpen] = useState<Open | null>(null);
  const openNote = useEffectEvent((key: NodeKey) => {
    const note = footnotesOn(editor).find((other) => other.key === key);
    const element = editor.getElementByKey(key);
    if (note === undefined || element === null) return;
    if (isReadOnly) document.getElementById(idOf(key))?.focus();
    else
      setOpen({
        key,
        at: null,
        text: note.text,
        links: linksIn(note.children),
        place: element.getBoundingClientRect(),
      });
  });
  const begin = useEffectEvent(() => {
    if (isReadOnly) return;
    const at = editor.read(() => $getSelection()?.clone() ?? null);
    setOpen({ key: null, at, text: '', links: [], place: placeOfCaret(editor) });
  });
  useEffect(
    () =>
      register(
        editor,
        (key) => openNote(key),
        () => begin(),
      ),
    [editor],
  );
  const close = () => {
    setOpen(null);
    // When the window is gone the keyboard goes back to where it was.
    setTimeout(() => editor.focus());
  };
  const numberOf = (key: NodeKey | null) => notes.findIndex((note) => note.key === key) + 1;
  return (
    <>
      {notes.length > 0 && (
        <section className="editor-footnotes" aria-label={writing.footnotes}>
          <ol>
            {notes.map((note, at) => (
              <li key={note.key} id={idOf(note.key)} tabIndex={-1}>
                <button
                  type="button"
                  className="editor-footnote-number"
                  aria-label={writing.toPlace(at + 1)}
                  onClick={() => goToMark(editor, note.key)}
                >
                  {at + 1}
                </button>
                <NoteText note={note} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {open !== null && (
        <FootnotePopover
          place={open.place}
          number={numberOf(open.key)}
          text={open.text}
          links={open.links}
          recordId={recordId}
          onDone={(text, links) => {
            if (text !== open.text) writeFootnote(editor, open, text, links);
            close();
          }}
          {...(open.key === null
            ? {}
            : {
                onShowInList: () => {
                  setOpen(null);
                  setTimeout(() => document.getElementById(idOf(open.key ?? ''))?.focus());
                },
              })}
        />
      )}
    </>
  );
}

const idOf = (key: NodeKey) => `footnote-${key}`;

/** The notes that are there now; what one writes elsewhere waits for a rest. */
function useFootnotes(editor: LexicalEditor): readonly FootnoteOnPage[] {
  const [notes, setNotes] = useState<readonly FootnoteOnPage[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const next = footnotesOn(editor);
      setNotes((before) => (isSame(before, next) ? before : next));
    };
    const first = setTimeout(look);
    const stop = editor.registerUpdateListener(() => {
      clearTimeout(timer);
      timer = setTimeout(look, REST_IN_MS);
    });
    return () => {
      stop();
      clearTimeout(first);
      clearTimeout(timer);
    };
  }, [editor]);
  return notes;
}

const isSame = (one: readonly FootnoteOnPage[], other: readonly FootnoteOnPage[]) =>
  one.length === other.length &&
  one.every(({ key, text }, at) => key === other[at]?.key && text === other[at].text);

function register(
  editor: LexicalEditor,
  onOpen: (key: NodeKey) => void,
  onBegin: () => void,
): () => void {
  const onClick = ({ target }: MouseEvent) => {
    const mark = target instanceof Element ? target.closest(`.${FOOTNOTE_CLASS}`) : null;
    if (mark instanceof HTMLElement) onOpen(mark.dataset['key'] ?? '');
  };
  return mergeRegister(
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('click', onClick);
      root?.addEventListener('click', onClick);
    }),
    onAsk(editor, (what) => {
      if (what === 'footnote') onBegin();
      return what === 'footnote';
    }),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (!pressed(event, 'footnote')) return false;
        event.preventDefault();
        onBegin();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const key = event?.isComposing === true ? null : $selectedNote();
        if (key === null) return false;
        event?.preventDefault();
        onOpen(key);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

function $selectedNote(): NodeKey | null {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return null;
  const [node, ...others] = selection.getNodes();
  const isNote = $isInlineNode(node) && node.getInline().type === 'footnote';
  return isNote && others.length === 0 ? node.getKey() : null;
}

/** The caret goes behind the mark, which comes into view. */
function goToMark(editor: LexicalEditor, key: NodeKey): void {
  editor.getElementByKey(key)?.scrollIntoView({ block: 'center' });
  if (!editor.isEditable()) return;
  // First the keyboard, then the caret: without it the page would keep its own.
  editor.getRootElement()?.focus({ preventScroll: true });
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      if ($isInlineNode(node)) node.selectNext(0, 0);
    },
    { discrete: true },
  );
}
