import {
  $createTextNode,
  $getNodeByKey,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isRangeSelection,
  HISTORY_MERGE_TAG,
  registerEventListeners,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';

const HOLDER = '\u200b';

/**
 * An input method that begins to compose beside a footnote or a citation, where there is no text to put the caret into,
 * loses its first letter: making the text then is too late for it. So it is made at the key that calls the input method,
 * with a character of no width, which goes when the composition is over.
 */
export function registerComposingBeside(editor: LexicalEditor): () => void {
  let block: NodeKey | null = null;
  const prepare = (event: KeyboardEvent) => {
    if (event.key !== 'Process' || event.isComposing || editor.isComposing()) return;
    editor.update(
      () => {
        block = $makeRoom() ?? block;
      },
      { discrete: true, tag: HISTORY_MERGE_TAG },
    );
  };
  const tidy = () => {
    const key = block;
    if (key === null || editor.isComposing()) return;
    block = null;
    editor.update(() => $removeHolders(key), { discrete: true, tag: HISTORY_MERGE_TAG });
  };
  // After Lexical's own work on the event.
  const tidySoon = () => void setTimeout(tidy);
  return editor.registerRootListener((root) => {
    if (root === null) return undefined;
    const stopKeys = registerEventListeners(root, { keydown: prepare }, { capture: true });
    const stop = registerEventListeners(root, {
      compositionend: tidySoon,
      keyup: tidySoon,
      blur: tidySoon,
    });
    return () => {
      stopKeys();
      stop();
    };
  });
}

function $makeRoom(): NodeKey | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { anchor } = selection;
  const parent = anchor.getNode();
  if (anchor.type !== 'element' || !$isElementNode(parent)) return null;
  const beside = [parent.getChildAtIndex(anchor.offset - 1), parent.getChildAtIndex(anchor.offset)];
  if (!beside.some((node) => $isDecoratorNode(node) && node.isInline())) return null;
  const text = $createTextNode(HOLDER);
  parent.splice(anchor.offset, 0, [text]);
  text.select(1, 1);
  return parent.getKey();
}

function $removeHolders(key: NodeKey): void {
  const parent = $getNodeByKey(key);
  if (!$isElementNode(parent)) return;
  const selection = $getSelection();
  const points = $isRangeSelection(selection) ? [selection.anchor, selection.focus] : [];
  for (const node of parent.getAllTextNodes()) {
    const text = node.getTextContent();
    if (!text.includes(HOLDER)) continue;
    if (text === HOLDER) {
      node.remove();
      continue;
    }
    const here = points.filter((point) => point.key === node.getKey());
    const places = here.map(({ offset }) => text.slice(0, offset).replaceAll(HOLDER, '').length);
    node.setTextContent(text.replaceAll(HOLDER, ''));
    here.forEach((point, at) => point.set(node.getKey(), places[at] ?? 0, 'text'));
  }
}
