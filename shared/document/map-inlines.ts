import type { Block, Inline } from './tree.ts';

/** The same block with each of its runs of inlines changed. */
export function mapInlines(block: Block, change: (children: Inline[]) => Inline[]): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return { ...block, children: change(block.children) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, children: change(item.children) })),
      };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) =>
          row.map((cell) => ({
            ...cell,
            children: cell.children.map((paragraph) => ({
              ...paragraph,
              children: change(paragraph.children),
            })),
          })),
        ),
      };
    case 'image':
      return { ...block, caption: change(block.caption) };
  }
}
