import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  HISTORY_PUSH_TAG,
  type BaseSelection,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { $createInlineNode, $isInlineNode } from '../nodes/inline-node.ts';
import { noteOf } from './footnotes-on-page.ts';
import type { RecordLink } from '../../../shared/document/tree.ts';

/** What the window for a note works on: one that is there, or a new one where the caret was. */
export type Noting = {
  key: NodeKey | null;
  at: BaseSelection | null;
  text: string;
  /** Those that the text names. */
  links: readonly RecordLink[];
};

/** Puts the note in, or changes it; without a text it is taken away. One step of undo. */
export function writeFootnote(
  editor: LexicalEditor,
  { key, at }: Noting,
  text: string,
  links: readonly RecordLink[],
): void {
  editor.update(
    () => {
      const node = key === null ? null : $getNodeByKey(key);
      if ($isInlineNode(node)) {
        const before = node.getInline();
        const children = before.type === 'footnote' ? before.children : [];
        if (text.trim() !== '') node.setInline(noteOf(text, children, links)).selectNext(0, 0);
        else {
          node.selectPrevious();
          node.remove();
        }
      } else if (text.trim() !== '') $insertNote(at, text, links);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

/** Behind what is selected, replacing nothing; at the end of the text if nobody has put the caret anywhere. */
function $insertNote(at: BaseSelection | null, text: string, links: readonly RecordLink[]): void {
  $setSelection(at?.clone() ?? null);
  const selection = $getSelection();
  if ($isRangeSelection(selection)) {
    const end = selection.isBackward() ? selection.anchor : selection.focus;
    const { key, offset, type } = end;
    selection.anchor.set(key, offset, type);
    selection.focus.set(key, offset, type);
  } else {
    const section = $getRoot().getLastChild();
    const line = $isElementNode(section) ? section.getLastChild() : null;
    if ($isElementNode(line)) line.selectEnd();
  }
  $insertNodes([$createInlineNode(noteOf(text, [], links))]);
}
