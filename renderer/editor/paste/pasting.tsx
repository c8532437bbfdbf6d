import {
  $getRoot,
  $getSelection,
  $isElementNode,
  COMMAND_PRIORITY_EDITOR,
  HISTORY_PUSH_TAG,
  mergeRegister,
  PASTE_TAG,
  type BaseSelection,
  type LexicalEditor,
} from 'lexical';
import { useEffect, useEffectEvent, useState } from 'react';
import { RecordId } from '../../../shared/contract/records.ts';
import type { FailureData } from '../../../shared/contract/index.ts';
import { withAttachments } from '../../../shared/document/attachment-ids.ts';
import type { NotKeptPasted } from '../../../shared/document/not-kept-pasted.ts';
import type { Block } from '../../../shared/document/tree.ts';
import { call, failureOf } from '../../api/client.ts';
import { callCommand } from '../../api/use-command.ts';
import { useNotices } from '../../app/notices.tsx';
import { useSpeech } from '../../app/words.tsx';
import { LinkPicker } from '../attachment-links/link-picker.tsx';
import { onAsk } from '../asks.ts';
import { useDivert } from '../../inbox/use-divert.ts';
import { takeDropped } from './dropped-files.ts';
import { $goBackTo, $insertBlocks } from './insert-blocks.ts';
import { LostDialog, type Lost } from './lost-dialog.tsx';
import type { Pasted, Tracked } from './pasted.ts';
import { foreignIn } from './read-clipboard.ts';
import { RemarksDialog } from './remarks-dialog.tsx';
import { REMARKS_FILE, remarksText } from './remarks-text.ts';
import {
  adopt,
  pictureOfAddress,
  pictureOfFile,
  storePictures,
  type Stored,
} from './store-pasted.ts';
import { DROPPED_FILES, TO_PASTE, type ToPaste } from './to-paste.ts';

type Props = { editor: LexicalEditor; recordId: string };
const inOrder = [
  'picture',
  'remote-picture',
  'cell-picture',
  'footnote',
  'drawing',
  'nested-table',
  'active',
  'link',
  'formatting',
] as const satisfies NotKeptPasted[];
type Asked = { pasted: Pasted; html: string; at: BaseSelection | null };

/** What pasting, dropping and inserting cannot do at once: pictures for the store, questions, and what was not kept. */
export function Pasting({ editor, recordId }: Props) {
  const { words, count } = useSpeech();
  const { pasting, notKeptPasted } = words;
  const notices = useNotices();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [lost, setLost] = useState<Lost | null>(null);
  const [linkAt, setLinkAt] = useState<{ at: BaseSelection | null } | null>(null);

  const divert = useDivert();
  const fail = (failure: FailureData) => notices.fail(failure);
  const tell = (asLinks: number, what: Lost) => {
    const inCells = asLinks + (what.notKept.get('cell-picture') ?? 0);
    if (inCells > 0) what.notKept.set('cell-picture', inCells);
    if (what.notKept.size === 0) return;
    // What one misses most comes first: the sentence may be cut.
    const parts = inOrder.flatMap((kind) => {
      const times = what.notKept.get(kind);
      return times === undefined ? [] : [notKeptPasted[kind](count(times))];
    });
    notices.say(pasting.notKept(parts.join(pasting.separator)), {
      label: pasting.showNotKept,
      run: () => setLost(what),
    });
  };
  const insert = (
    at: BaseSelection | null,
    blocks: readonly Block[],
    lost: Lost = { notKept: new Map(), names: [] },
  ) => tell(insertAt(editor, at, blocks), lost);
  const insertStored = (at: BaseSelection | null, stored: readonly Stored[]) => {
    for (const one of stored)
      if ('code' in one) fail({ code: one.code, detail: { file: one.name } });
    const blocks = stored.flatMap((one): Block[] =>
      'code' in one ? [] : [{ type: 'image', attachmentId: one.attachment.id, caption: [] }],
    );
    if (blocks.length > 0) insert(at, blocks);
  };
  const finish = async (pasted: Pasted, at: BaseSelection | null) => {
    const pictures = pasted.pictures.map((one) => pictureOfAddress(one, pasting.pastedPicture));
    const stored = await storePictures(recordId, pictures);
    const { notKept, names } = pasted;
    const own = new Map(pasted.pictures.map(({ id }, place) => [id, stored[place]]));
    const blocks = withAttachments(pasted.blocks, (id) => {
      const one = own.get(id);
      if (one !== undefined && 'attachment' in one) return one.attachment;
      notKept.set('picture', (notKept.get('picture') ?? 0) + 1);
      return null;
    });
    insert(at, blocks, { notKept, names });
  };
  const paste = useEffectEvent(async ({ content, at, isInserted, asLinks }: ToPaste) => {
    if (content.type === 'refused') fail({ code: content.code, detail: {} });
    else if (content.type === 'files') {
      const files = content.files.map((file) => pictureOfFile(file, pasting.pastedPicture));
      insertStored(at, await storePictures(recordId, files));
    } else if (content.type === 'blocks') {
      if (isInserted) tell(asLinks, { notKept: new Map(), names: [] });
      else insert(at, await adopt(recordId, content.blocks));
    } else if (isInserted) tell(asLinks, content.pasted);
    else if (content.pasted.remarks.length > 0) setAsked({ ...content, at });
    else await finish(content.pasted, at);
  });
  const answer = async ({ html, pasted, at }: Asked, tracked: Tracked, keeps: boolean) => {
    const text = remarksText(pasted.remarks, tracked);
    if (keeps && text !== null) {
      const id = RecordId.parse(recordId);
      const file = { recordId: id, name: REMARKS_FILE, text };
      const { name } = await callCommand('attachments.addText', file);
      notices.say(pasting.remarksSaved(name));
    }
    const again = tracked === 'revised' ? { pasted } : foreignIn(html, tracked);
    if ('pasted' in again) await finish(again.pasted, at);
  };
  const drop = useEffectEvent(async (at: BaseSelection | null) => {
    const { stored, links } = await takeDropped(recordId, divert);
    insertStored(at, stored);
    if (links.length > 0) insert(null, [{ type: 'paragraph', children: links }]);
  });
  const choose = useEffectEvent(async () => {
    const at = editor.read(() => $getSelection()?.clone() ?? null);
    const extensions = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp'];
    const chosen = await call('window.chooseFiles', { title: pasting.choosePicture, extensions });
    if (chosen.files.length === 0) return;
    const input = { recordId: RecordId.parse(recordId), paths: chosen.files.slice(0, 100) };
    insertStored(at, (await callCommand('attachments.addPictures', input)).pictures);
  });
  const doing = useEffectEvent((work: Promise<void>) => {
    work.catch((error: unknown) => fail(failureOf(error)));
  });
  const askForLink = useEffectEvent(() =>
    setLinkAt({ at: editor.read(() => $getSelection()?.clone() ?? null) }),
  );
  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          TO_PASTE,
          (one) => {
            doing(paste(one));
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerCommand(
          DROPPED_FILES,
          (at) => {
            doing(drop(at));
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        onAsk(editor, (what) => {
          if (what === 'picture') doing(choose());
          else if (what === 'attachment-link') askForLink();
          else return false;
          return true;
        }),
      ),
    [editor],
  );
  const backToText = () => setTimeout(() => editor.focus());
  return (
    <>
      {asked !== null && (
        <RemarksDialog
          remarks={asked.pasted.remarks}
          onClose={() => {
            setAsked(null);
            backToText();
          }}
          onPaste={(tracked, keeps) => {
            setAsked(null);
            doing(answer(asked, tracked, keeps).finally(backToText));
          }}
        />
      )}
      {lost !== null && <LostDialog lost={lost} onClose={() => setLost(null)} />}
      {linkAt !== null && (
        <LinkPicker
          recordId={recordId}
          onClose={() => {
            setLinkAt(null);
            backToText();
          }}
          onChoose={({ id, name }) => {
            setLinkAt(null);
            const link = { type: 'attachment-link' as const, attachmentId: id, text: name };
            insert(linkAt.at, [{ type: 'paragraph', children: [link] }]);
            backToText();
          }}
        />
      )}
    </>
  );
}

/** One step of undo. At the end of the text if nobody has put the caret anywhere. */
function insertAt(
  editor: LexicalEditor,
  at: BaseSelection | null,
  blocks: readonly Block[],
): number {
  let asLinks = 0;
  editor.update(
    () => {
      $goBackTo(at);
      if ($getSelection() === null) {
        const section = $getRoot().getLastChild();
        if ($isElementNode(section)) section.selectEnd();
      }
      asLinks = $insertBlocks(editor, blocks);
    },
    { tag: [PASTE_TAG, HISTORY_PUSH_TAG], discrete: true },
  );
  return asLinks;
}
