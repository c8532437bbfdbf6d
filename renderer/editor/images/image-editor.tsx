import {
  $createNodeSelection,
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  HISTORY_PUSH_TAG,
  KEY_ENTER_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { useEffect, useEffectEvent, useState } from 'react';
import { inlineText, type Image } from '../../../shared/document/tree.ts';
import { noteOf } from '../footnotes/footnotes-on-page.ts';
import { $isImageNode } from '../nodes/image-node.ts';
import { ImagePopover } from './image-popover.tsx';

export const IMAGE_CLASS = 'editor-image';
const SELECTED = 'data-selected';

type Props = {
  editor: LexicalEditor;
  isReadOnly: boolean;
  onView: (attachmentId: string) => void;
};
type Open = { key: NodeKey; image: Image; place: DOMRect };

/** Pictures: a click selects one, Enter or a double click opens its caption and width; in a text to read a click shows it. */
export function ImageEditor({ editor, isReadOnly, onView }: Props) {
  const [open, setOpen] = useState<Open | null>(null);
  const openImage = useEffectEvent((key: NodeKey) => {
    const image = editor.read(() => $imageOf(key));
    const element = editor.getElementByKey(key);
    if (image === null || element === null) return;
    if (isReadOnly) onView(image.attachmentId);
    else setOpen({ key, image, place: element.getBoundingClientRect() });
  });
  useEffect(() => register(editor, isReadOnly, (key) => openImage(key)), [editor, isReadOnly]);
  if (open === null) return null;
  const close = () => {
    setOpen(null);
    // The keyboard goes back to the text, where the picture stays selected.
    setTimeout(() => {
      editor.getRootElement()?.focus({ preventScroll: true });
      if (editor.getElementByKey(open.key) !== null) select(editor, open.key);
    });
  };
  return (
    <ImagePopover
      place={open.place}
      image={open.image}
      onView={() => {
        close();
        onView(open.image.attachmentId);
      }}
      onRemove={() => {
        remove(editor, open.key);
        close();
      }}
      onDone={(caption, width) => {
        change(editor, open.key, caption, width);
        close();
      }}
    />
  );
}

function register(
  editor: LexicalEditor,
  isReadOnly: boolean,
  onOpen: (key: NodeKey) => void,
): () => void {
  const keyOf = ({ target }: MouseEvent) => {
    const figure = target instanceof Element ? target.closest(`.${IMAGE_CLASS}`) : null;
    return figure instanceof HTMLElement ? (figure.dataset['key'] ?? null) : null;
  };
  const onClick = (event: MouseEvent) => {
    const key = keyOf(event);
    if (key === null) return;
    if (isReadOnly) onOpen(key);
    else select(editor, key);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const key = keyOf(event);
    if (key !== null && !isReadOnly) onOpen(key);
  };
  return mergeRegister(
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('click', onClick);
      previous?.removeEventListener('dblclick', onDoubleClick);
      root?.addEventListener('click', onClick);
      root?.addEventListener('dblclick', onDoubleClick);
    }),
    editor.registerUpdateListener(() => showSelected(editor)),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const key = event?.isComposing === true ? null : $selectedImage();
        if (key === null) return false;
        event?.preventDefault();
        onOpen(key);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

function select(editor: LexicalEditor, key: NodeKey): void {
  editor.update(() => {
    const selection = $createNodeSelection();
    selection.add(key);
    $setSelection(selection);
  });
}

/** A picture that is selected has a frame. */
function showSelected(editor: LexicalEditor): void {
  const figures = editor.getRootElement()?.getElementsByClassName(IMAGE_CLASS) ?? [];
  if (figures.length === 0) return;
  const selected = editor.getEditorState().read(() => {
    const selection = $getSelection();
    return new Set(
      $isNodeSelection(selection) ? selection.getNodes().map((one) => one.getKey()) : [],
    );
  });
  for (const figure of figures) {
    if (figure instanceof HTMLElement)
      figure.toggleAttribute(SELECTED, selected.has(figure.dataset['key'] ?? ''));
  }
}

function $selectedImage(): NodeKey | null {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return null;
  const [node, ...others] = selection.getNodes();
  return $isImageNode(node) && others.length === 0 ? node.getKey() : null;
}

function $imageOf(key: NodeKey): Image | null {
  const node = $getNodeByKey(key);
  return $isImageNode(node) ? node.getImage() : null;
}

function change(editor: LexicalEditor, key: NodeKey, text: string, width: number | null): void {
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      if (!$isImageNode(node)) return;
      const { attachmentId, caption, widthInPercent } = node.getImage();
      const isSame = inlineText(caption) === text && (widthInPercent ?? null) === width;
      if (isSame) return;
      const plain = caption.flatMap((inline) =>
        inline.type === 'text' || inline.type === 'line-break' ? [inline] : [],
      );
      node.setImage({
        type: 'image',
        attachmentId,
        ...(width === null ? {} : { widthInPercent: width }),
        caption: inlineText(caption) === text ? caption : noteOf(text, plain).children,
      });
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

function remove(editor: LexicalEditor, key: NodeKey): void {
  editor.update(
    () => {
      const node = $getNodeByKey(key);
      if (!$isImageNode(node)) return;
      node.selectNext(0, 0);
      node.remove();
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}
