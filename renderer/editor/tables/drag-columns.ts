import { $isTableNode } from '@lexical/table';
import { $getNearestNodeFromDOMNode, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import { $setWidths, moveBorder } from './column-widths.ts';

/** So near to a border the pointer has hold of it, in CSS pixels. */
const NEAR = 4;
const OVER = 'data-over-border';

type Border = { table: HTMLTableElement; widths: readonly number[]; column: number };

/** The border between two columns is dragged with the mouse; Escape lets it go where it was. One step of undo. */
export function registerColumnDragging(editor: LexicalEditor): () => void {
  let stop: (() => void) | undefined;
  const onMove = (event: MouseEvent) => {
    const root = editor.getRootElement();
    if (stop === undefined) root?.toggleAttribute(OVER, borderAt(event) !== null);
  };
  const onDown = (event: MouseEvent) => {
    const border = event.button === 0 && editor.isEditable() ? borderAt(event) : null;
    if (border === null) return;
    event.stopImmediatePropagation();
    // Preventing the pointer's own event would keep the mouse's from coming.
    if (event.type === 'pointerdown') return;
    event.preventDefault();
    stop ??= drag(editor, border, event.clientX, () => (stop = undefined));
  };
  const removeRoot = editor.registerRootListener((root, previous) => {
    previous?.removeEventListener('mousemove', onMove);
    for (const type of ['pointerdown', 'mousedown'] as const) {
      previous?.removeEventListener(type, onDown, { capture: true });
      root?.addEventListener(type, onDown, { capture: true });
    }
    root?.addEventListener('mousemove', onMove);
  });
  return () => {
    stop?.();
    removeRoot();
  };
}

function borderAt({ target, clientX }: MouseEvent): Border | null {
  const table = target instanceof Element ? target.closest('table') : null;
  if (table === null) return null;
  const widths = widthsOn(table);
  let right = table.getBoundingClientRect().left;
  for (const [column, width] of widths.slice(0, -1).entries()) {
    right += width;
    if (Math.abs(clientX - right) <= NEAR) return { table, widths, column };
  }
  return null;
}

const columnsOf = (table: HTMLTableElement) => [
  ...table.querySelectorAll<HTMLElement>(':scope > colgroup > col'),
];

/** As they are on the page. Columns that nobody has sized are equal and have no elements of their own. */
function widthsOn(table: HTMLTableElement): number[] {
  const columns = columnsOf(table);
  if (columns.length > 0) return columns.map(({ offsetWidth }) => offsetWidth);
  const cells = [...(table.rows[0]?.cells ?? [])];
  const count = cells.reduce((sum, { colSpan }) => sum + colSpan, 0);
  return Array.from({ length: count }, () => table.offsetWidth / count);
}

/** A line where the border will be, as word processors draw it: the table changes once, when the button is let go. */
function showGuide(table: HTMLTableElement): HTMLElement {
  const { top, height } = table.getBoundingClientRect();
  const guide = document.createElement('div');
  guide.className = 'editor-column-guide';
  guide.style.top = `${String(top)}px`;
  guide.style.height = `${String(height)}px`;
  document.body.append(guide);
  return guide;
}

/** Answers how to let go without a change. */
function drag(
  editor: LexicalEditor,
  { table, widths: first, column }: Border,
  from: number,
  onEnd: () => void,
): () => void {
  const guide = showGuide(table);
  const { left } = table.getBoundingClientRect();
  let widths = first;
  const onMove = ({ clientX }: MouseEvent) => {
    widths = moveBorder(first, column, clientX - from);
    const place = widths.slice(0, column + 1).reduce((sum, width) => sum + width, left);
    guide.style.left = `${String(place)}px`;
  };
  const end = () => {
    removeEventListener('mousemove', onMove);
    removeEventListener('mouseup', onUp);
    removeEventListener('keydown', onKey, { capture: true });
    guide.remove();
    onEnd();
  };
  const onUp = () => {
    const isMoved = widths.some((width, at) => width !== first[at]);
    end();
    if (!isMoved) return;
    editor.update(
      () => {
        const node = $getNearestNodeFromDOMNode(table);
        if ($isTableNode(node)) $setWidths(node, widths);
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    end();
  };
  addEventListener('mousemove', onMove);
  addEventListener('mouseup', onUp);
  addEventListener('keydown', onKey, { capture: true });
  return end;
}
