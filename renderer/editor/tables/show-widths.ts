import { TableNode } from '@lexical/table';
import type { LexicalEditor } from 'lexical';

/**
 * Only the proportion of column widths counts, but Lexical draws them in pixels, and a table whose columns are wider together than the text
 * would run out of it. So they are drawn as parts of the whole.
 */
export function registerShownWidths(editor: LexicalEditor): () => void {
  return editor.registerMutationListener(
    TableNode,
    (mutations) => {
      for (const [key, mutation] of mutations) {
        const table = mutation === 'destroyed' ? null : editor.getElementByKey(key);
        if (table !== null) showParts(table);
      }
    },
    { skipInitialization: false },
  );
}

function showParts(table: HTMLElement): void {
  const columns = [...table.querySelectorAll<HTMLElement>(':scope > colgroup > col')];
  const widths = columns.map(({ style }) => style.width);
  if (!widths.some((width) => width.endsWith('px'))) return;
  const pixels = widths.map((width) => Number.parseFloat(width) || 0);
  const sum = pixels.reduce((total, width) => total + width, 0);
  for (const [at, column] of columns.entries()) {
    column.style.width = `${String((100 * (pixels[at] ?? 0)) / sum)}%`;
  }
}
