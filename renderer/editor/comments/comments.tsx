import {
  $getSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_DOWN_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { stateOf } from '../../../shared/comments/thread.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQuery } from '../../api/use-query.ts';
import { useNotices } from '../../app/notices.tsx';
import { pressed } from '../../app/shortcuts/shortcuts.ts';
import { useWords } from '../../app/words.tsx';
import { onAsk } from '../asks.ts';
import { placeOfCaret } from '../place-of-caret.ts';
import { CommentPopover, type CommentDraft } from './comment-popover.tsx';
import './comments.css';
import { registerFollowUndo } from './follow-undo.ts';
import { CommentMargin } from './comment-margin.tsx';
import { $passageNow, $threadsAtCaret, markPassage, type Passage } from './passage.ts';
import { setActiveThread } from './places.ts';
import { stepToThread, usePlaces } from './use-places.ts';

type Props = { editor: LexicalEditor; recordId: string };
type Writing = { passage: Passage; place: DOMRect };
const nothing: CommentDraft = { text: '', replacement: null };
/** As a thread keeps it. */
const MAX_PASSAGE = 2_000;

/** Comments in the text: where they are, the marks that show them, the window they are written in, and the keys. */
export function Comments({ editor, recordId }: Props) {
  const { comments } = useWords();
  const notices = useNotices();
  const [writing, setWriting] = useState<Writing | null>(null);
  const [draft, setDraft] = useState(nothing);
  const { data } = useQuery('comments.list', { recordId });
  const begun = useCommand('comments.begin');
  const open = useMemo(
    () =>
      new Set((data?.threads ?? []).filter((one) => stateOf(one) === 'open').map(({ id }) => id)),
    [data],
  );
  const lines = usePlaces(editor, recordId, open);
  const begin = useEffectEvent(() => {
    const [thread] = editor.read($threadsAtCaret).filter((id) => open.has(id));
    const isCollapsed = editor.read(() => $getSelection()?.isCollapsed() ?? true);
    if (isCollapsed && thread !== undefined) {
      setActiveThread(thread, { isAsked: true });
      return;
    }
    const passage = editor.read($passageNow);
    if (passage === null) notices.say(comments.selectText);
    else setWriting({ passage, place: placeOfCaret(editor) });
    // What was suggested for other words is no suggestion for these.
    setDraft((before) => ({ ...before, replacement: null }));
  });
  const step = useEffectEvent((by: 1 | -1) => stepToThread(editor, open, by));
  useEffect(
    () =>
      register(
        editor,
        () => begin(),
        (by) => step(by),
      ),
    [editor],
  );
  const close = () => {
    setWriting(null);
    setTimeout(() => editor.focus());
  };
  const finish = async ({ passage }: Writing) => {
    const id = crypto.randomUUID();
    const thread = await begun.run({
      recordId,
      id,
      passage: passage.text.slice(0, MAX_PASSAGE).replace(/[\ud800-\udbff]$/, ''),
      replacement: draft.replacement,
      text: draft.text,
    });
    if (thread === undefined) return;
    markPassage(editor, passage, id);
    setDraft(nothing);
    setActiveThread(id);
    close();
  };
  const { failure } = begun;
  useEffect(() => {
    if (failure !== undefined) notices.fail(failure);
  }, [failure, notices]);
  return (
    <>
      <CommentMargin lines={lines} />
      {writing !== null && (
        <CommentPopover
          place={writing.place}
          passage={writing.passage}
          draft={draft}
          onDraft={setDraft}
          onDone={() => void finish(writing)}
          onCancel={close}
        />
      )}
    </>
  );
}

function register(
  editor: LexicalEditor,
  onBegin: () => void,
  onStep: (by: 1 | -1) => void,
): () => void {
  return mergeRegister(
    registerFollowUndo(editor),
    onAsk(editor, (what) => {
      if (what === 'comment') onBegin();
      return what === 'comment';
    }),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const isNext = pressed(event, 'nextComment');
        const isStep = isNext || pressed(event, 'previousComment');
        if (!isStep && !pressed(event, 'comment')) return false;
        // Once the editor has done with the key: until then its selection may not be the one on the screen.
        setTimeout(isStep ? () => onStep(isNext ? 1 : -1) : onBegin);
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
