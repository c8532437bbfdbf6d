import {
  $getSelection,
  $isNodeSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_ENTER_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Attachment } from '../../../shared/contract/attachments.ts';
import { call, failureOf } from '../../api/client.ts';
import { useQuery } from '../../api/use-query.ts';
import { useNotices } from '../../app/notices.tsx';
import { useWords } from '../../app/words.tsx';
import { PreviewDialog } from '../../attachments/preview-dialog.tsx';
import { useSaveAs } from '../../attachments/use-save-as.ts';
import { registerStepOver } from '../citations/step-over.ts';
import { ImageEditor, IMAGE_CLASS } from '../images/image-editor.tsx';
import { $isInlineNode } from '../nodes/inline-node.ts';

type Props = { editor: LexicalEditor; recordId: string; isReadOnly: boolean };
const LINK_CLASS = 'editor-attachment-link';
const SHOWN = 500;

/** Pictures and links of a text: nothing is asked of the store until there is one. */
export function AttachmentLinks(props: Props) {
  const { editor } = props;
  const [isNeeded, setNeeded] = useState(false);
  useEffect(() => {
    const look = () => {
      const root = editor.getRootElement();
      const has =
        root !== null &&
        root.getElementsByClassName(LINK_CLASS).length +
          root.getElementsByClassName(IMAGE_CLASS).length >
          0;
      setNeeded((before) => before || has);
    };
    return mergeRegister(
      editor.registerUpdateListener(look),
      editor.registerRootListener((root) => {
        if (root !== null) look();
      }),
    );
  }, [editor]);
  return isNeeded ? <Links {...props} /> : null;
}

/** Links by the names that the attachments have now, those that lead nowhere marked; a click or Enter shows one. */
function Links({ editor, recordId, isReadOnly }: Props) {
  const { pasting } = useWords();
  const [opened, setOpened] = useState<Attachment | null>(null);
  const notices = useNotices();
  const saveAs = useSaveAs();
  const { data } = useQuery('attachments.list', { recordId, limit: SHOWN });
  const label = useEffectEvent(() => {
    const root = editor.getRootElement();
    if (root === null || data === undefined) return;
    const all = new Map(data.items.map((one) => [String(one.id), one]));
    const isWhole = data.total <= data.items.length;
    for (const element of root.getElementsByClassName(LINK_CLASS)) {
      if (element instanceof HTMLElement) labelLink(element, all, isWhole, pasting);
    }
  });
  const open = useEffectEvent(async (attachmentId: string) => {
    try {
      // It may have come or gone just now.
      const { items } = await call('attachments.list', { recordId, limit: SHOWN });
      const found = items.find(({ id }) => id === attachmentId);
      if (found === undefined) notices.say(pasting.linkMissing);
      else setOpened(found);
    } catch (error) {
      notices.fail(failureOf(error));
    }
  });
  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest(`.${LINK_CLASS}`) : null;
      if (link instanceof HTMLElement) void open(link.dataset['attachment'] ?? '');
    };
    return mergeRegister(
      editor.registerUpdateListener(() => label()),
      editor.registerRootListener((root, previous) => {
        previous?.removeEventListener('click', onClick);
        root?.addEventListener('click', onClick);
        label();
      }),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          const id = event?.isComposing === true ? null : $selectedLink();
          if (id === null) return false;
          event?.preventDefault();
          void open(id);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      isReadOnly ? () => undefined : registerStepOver(editor),
    );
  }, [editor, isReadOnly]);
  useEffect(() => label(), [data, pasting]);
  const close = () => {
    setOpened(null);
    if (!isReadOnly) setTimeout(() => editor.focus());
  };
  return (
    <>
      <ImageEditor editor={editor} isReadOnly={isReadOnly} onView={(id) => void open(id)} />
      {opened !== null && (
        <PreviewDialog attachment={opened} onSaveAs={() => saveAs.start(opened)} onClose={close} />
      )}
    </>
  );
}

function labelLink(
  element: HTMLElement,
  all: ReadonlyMap<string, Attachment>,
  isWhole: boolean,
  words: { linkMissing: string; openLink: (name: string) => string },
): void {
  const node = element.dataset['attachment'] ?? '';
  const known = all.get(node);
  const isBroken = known === undefined && isWhole;
  if (known !== undefined && element.textContent !== known.name) element.textContent = known.name;
  const title = isBroken ? words.linkMissing : words.openLink(element.textContent ?? '');
  if (element.title !== title) element.title = title;
  element.toggleAttribute('data-broken', isBroken);
}

function $selectedLink(): string | null {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return null;
  const [node, ...others] = selection.getNodes();
  if (others.length > 0 || !$isInlineNode(node)) return null;
  const inline = node.getInline();
  return inline.type === 'attachment-link' ? inline.attachmentId : null;
}
