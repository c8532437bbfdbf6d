// The least that Lexical needs to write text: the yardstick, put into the product's own window by the bench.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import { createEditor, type SerializedEditorState, type SerializedLexicalNode } from 'lexical';

type Node = SerializedLexicalNode & { children?: Node[] };

const host = document.createElement('div');
const text = document.createElement('div');
text.contentEditable = 'true';
host.append(text);
host.hidden = true;
Object.assign(host.style, {
  position: 'fixed',
  inset: '0',
  overflow: 'auto',
  zIndex: '9999',
  background: 'white',
});
Object.assign(text.style, { width: '740px', margin: '0 auto', font: '17px/1.8 sans-serif' });
document.body.append(host);

const editor = createEditor({
  namespace: 'plain',
  nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, TableNode, TableRowNode, TableCellNode],
  onError: (error) => {
    throw error;
  },
});
editor.setRootElement(text);
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 800);

const twoFrames = () =>
  new Promise<number>((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))),
  );

/** The product's nodes as far as plain Lexical knows them: sections are taken apart, what is one thing in the text is left out. */
function known(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type === 'section') return known(node.children ?? []);
    if (['inline', 'image', 'footnote', 'citation'].includes(node.type)) return [];
    if (node.children === undefined) return [node];
    return [{ ...node, children: known(node.children) }];
  });
}

const plain = {
  show(): void {
    host.hidden = false;
    text.focus();
  },
  hide(): void {
    host.hidden = true;
  },
  /** Shows what the product's editor shows; milliseconds to the second frame after it. */
  async render(state: SerializedEditorState): Promise<number> {
    host.hidden = false;
    const root = state.root as unknown as Node;
    const whole = { root: { ...root, children: known(root.children ?? []) } };
    const start = performance.now();
    editor.setEditorState(editor.parseEditorState(JSON.stringify(whole)));
    return (await twoFrames()) - start;
  },
  async empty(): Promise<void> {
    const paragraph = {
      type: 'paragraph',
      version: 1,
      direction: null,
      format: '',
      indent: 0,
      children: [],
    };
    const root = {
      type: 'root',
      version: 1,
      direction: null,
      format: '',
      indent: 0,
      children: [paragraph],
    };
    editor.setEditorState(editor.parseEditorState(JSON.stringify({ root })));
    await twoFrames();
  },
};
Object.assign(globalThis, { plain });
export type Plain = typeof plain;
