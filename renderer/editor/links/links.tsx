import {
  $getNodeByKey,
  COMMAND_PRIORITY_HIGH,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { useEffect, useEffectEvent, useState } from 'react';
import { RecordId } from '../../../shared/contract/records.ts';
import { pressed } from '../../app/shortcuts/shortcuts.ts';
import { followLink } from '../../links/trail.ts';
import { $isInlineNode } from '../nodes/inline-node.ts';
import { $linkAtCaret, $selectedLink, unlink } from './link-at-caret.ts';
import { LinkPicker } from './link-picker.tsx';
import { LinkPopover } from './link-popover.tsx';
import { LINK_CLASS } from './links-on-page.ts';
import { useLinkTargets } from './use-link-targets.ts';

type Props = { editor: LexicalEditor; recordId: string; isReadOnly: boolean };
type Shown = { key: NodeKey; recordId: string; text: string; place: DOMRect };

/** Links to other records: their names of now, what is known of them, the ways to follow them, and the picker that makes them. */
export function Links({ editor, recordId, isReadOnly }: Props) {
  const targets = useLinkTargets(editor);
  const [shown, setShown] = useState<Shown | null>(null);
  const open = useEffectEvent((key: NodeKey, isAtOnce: boolean) => {
    const link = linkOf(editor, key);
    const element = editor.getElementByKey(key);
    if (link === null || element === null) return;
    const state = targets.get(link.recordId)?.state ?? 'there';
    // What leads nowhere says why instead.
    if (isAtOnce && (state === 'there' || state === 'trashed')) {
      followLink(RecordId.parse(link.recordId));
    } else setShown({ key, ...link, place: element.getBoundingClientRect() });
  });
  useEffect(() => registerOpening(editor, (key, isAtOnce) => open(key, isAtOnce)), [editor]);
  return (
    <>
      {shown !== null && (
        <LinkPopover
          place={shown.place}
          target={targets.get(shown.recordId)}
          text={shown.text}
          onClose={() => setShown(null)}
          onOpen={() => followLink(RecordId.parse(shown.recordId))}
          {...(isReadOnly ? {} : { onUnlink: () => unlink(editor, shown.key) })}
        />
      )}
      {!isReadOnly && <LinkPicker editor={editor} recordId={recordId} />}
    </>
  );
}

function linkOf(editor: LexicalEditor, key: NodeKey): { recordId: string; text: string } | null {
  return editor.getEditorState().read(() => {
    const node = $getNodeByKey(key);
    const inline = $isInlineNode(node) ? node.getInline() : null;
    return inline?.type === 'record-link' ? { recordId: inline.recordId, text: inline.text } : null;
  });
}

/** A click says what a link leads to; Ctrl+click, Ctrl+Enter beside it and Enter on it when it is selected go there. */
function registerOpening(
  editor: LexicalEditor,
  onOpen: (key: NodeKey, isAtOnce: boolean) => void,
): () => void {
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest(`.${LINK_CLASS}`) : null;
    if (!(link instanceof HTMLElement)) return;
    onOpen(link.dataset['key'] ?? '', event.ctrlKey || event.metaKey);
  };
  return mergeRegister(
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('click', onClick);
      root?.addEventListener('click', onClick);
    }),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const key = pressed(event, 'openLink') ? $linkAtCaret() : null;
        if (key === null) return false;
        event.preventDefault();
        onOpen(key, true);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const key = event?.isComposing === true ? null : $selectedLink();
        if (key === null) return false;
        event?.preventDefault();
        onOpen(key, true);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
